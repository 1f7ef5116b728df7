import { formatFrameRate, type FrameRate } from '../../time/FrameRate';

/** Premiere's codes for showing time, by rate; drop-frame has codes of its own. */
const codes: Readonly<Record<string, string>> = {
  '24/1': '100',
  '25/1': '101',
  '30000/1001 drop': '102',
  '30000/1001': '103',
  '30/1': '104',
  '50/1': '105',
  '60000/1001 drop': '106',
  '60000/1001': '107',
  '60/1': '108',
  '24000/1001': '110',
  '48/1': '113',
};
const framesCode = '109';

/** The code for a sequence's display; frames where Premiere has no timecode for the rate. */
export function timeDisplayCode(rate: FrameRate, dropFrame: boolean): string {
  const name = formatFrameRate(rate);
  return (dropFrame ? codes[`${name} drop`] : undefined) ?? codes[name] ?? framesCode;
}
