import { describeMembers } from './describeMembers';

describeMembers(`var cut = made('Cut', bring('/cards/A001.mov')), markers = cut.markers`, [
  [
    'MarkerCollection.getFirstMarker',
    'is the first in time, and falsy when there is none',
    `var none = !markers.getFirstMarker(); markers.createMarker(5); markers.createMarker(2); [none, markers.getFirstMarker().start.seconds].join()`,
    'true,2',
  ],
  [
    'MarkerCollection.getNextMarker',
    'walks in order of time and ends falsy',
    `markers.createMarker(5); markers.createMarker(2); var seen = [], marker;
       for (marker = markers.getFirstMarker(); marker; marker = markers.getNextMarker(marker)) seen.push(marker.start.seconds);
       [seen.join('/'), !marker].join()`,
    '2/5,true',
  ],
  [
    'MarkerCollection.getLastMarker',
    'is the last in time',
    `markers.createMarker(5); markers.createMarker(2); markers.getLastMarker().start.seconds`,
    '5',
  ],
  [
    'MarkerCollection.createMarker',
    'takes seconds and answers the live marker',
    `var marker = markers.createMarker(3); marker.name = 'look'; [markers.numMarkers, markers.getFirstMarker().name, marker.start.ticks].join()`,
    '1,look,762048000000',
  ],
  [
    'MarkerCollection.numMarkers',
    'counts the markers, which cannot be indexed',
    `markers.createMarker(1); markers.createMarker(2); [markers.numMarkers, typeof markers[0]].join()`,
    '2,undefined',
  ],
  [
    'MarkerCollection.deleteMarker',
    'takes one away',
    `markers.createMarker(1); markers.createMarker(2); markers.deleteMarker(markers.getFirstMarker()); [markers.numMarkers, markers.getFirstMarker().start.seconds].join()`,
    '1,2',
  ],
  [
    'Marker.name',
    'is read and written',
    `markers.createMarker(1).name = 'look'; markers.getFirstMarker().name`,
    'look',
  ],
  [
    'Marker.comments',
    'is read and written',
    `markers.createMarker(1).comments = 'grain'; markers.getFirstMarker().comments`,
    'grain',
  ],
  [
    'Marker.start',
    'is read as a Time and written as seconds',
    `var marker = markers.createMarker(1); marker.start = 4; [marker.start.seconds, typeof marker.start.ticks].join()`,
    '4,string',
  ],
  [
    'Marker.end',
    'is read as a Time, written as seconds, and refuses a Time',
    `var marker = markers.createMarker(1); marker.end = 4; [marker.end.seconds, marker.start.seconds, thrown(function () { marker.end = at('254016000000'); })].join()`,
    '4,1,Illegal Parameter type',
  ],
  [
    'Marker.type',
    'is text that the setters change',
    `var marker = markers.createMarker(1), before = marker.type; marker.setTypeAsChapter(); [before, marker.type].join()`,
    'Comment,Chapter',
  ],
  [
    'Marker.setColorByIndex',
    'sets one of eight colours',
    `var marker = markers.createMarker(1), before = marker.getColorByIndex(); marker.setColorByIndex(3); [before, marker.getColorByIndex()].join()`,
    '0,3',
  ],
  [
    'Marker.getColorByIndex',
    'is a number',
    `var marker = markers.createMarker(1); marker.setColorByIndex(7); typeof marker.getColorByIndex() + marker.getColorByIndex()`,
    'number7',
  ],
  [
    'Marker.guid',
    'is text that tells markers apart',
    `[typeof markers.createMarker(1).guid, markers.createMarker(2).guid !== markers.getFirstMarker().guid, markers.getFirstMarker().guid === markers.getFirstMarker().guid].join()`,
    'string,true,true',
  ],
]);
