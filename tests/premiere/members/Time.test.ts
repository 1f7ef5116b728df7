import { describeMembers } from './describeMembers';

describeMembers('', [
  [
    'Time.seconds',
    'is a number, and setting it sets the ticks',
    `var time = new Time(); time.seconds = 2.5; [typeof time.seconds, time.seconds, time.ticks].join()`,
    'number,2.5,635040000000',
  ],
  [
    'Time.ticks',
    'is text, and setting it sets the seconds',
    `var time = new Time(); time.ticks = '10160640000'; [typeof time.ticks, time.ticks, time.seconds].join()`,
    'string,10160640000,0.04',
  ],
  [
    'new Time',
    'ignores an argument and is 0',
    `[new Time().ticks, new Time(5).seconds, new Time('5').ticks].join()`,
    '0,0,0',
  ],
  [
    'Time.getFormatted',
    'writes timecode for a frame length and a display format',
    `var time = new Time(), frame = new Time(); time.ticks = '264176640000'; frame.ticks = '10160640000'; time.getFormatted(frame, 101)`,
    '00:00:01:01',
  ],
]);
