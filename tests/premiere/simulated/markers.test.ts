import { openTestPremiere, type TestPremiere } from '../../helpers/testPremiere';

let premiere: TestPremiere;
let run: TestPremiere['run'];
beforeEach(async () => {
  premiere = await openTestPremiere();
  ({ run } = premiere);
  await run(`var cut = made('Cut', bring('/cards/A001.mov')), markers = cut.markers;
    function walk() {
      var seen = [], marker = markers.getFirstMarker();
      while (marker) { seen.push(marker.name + marker.start.seconds); marker = markers.getNextMarker(marker); }
      return seen.join();
    }
    function mark(name, second) { var made = markers.createMarker(second); made.name = name; return made; }`);
});

test('are walked in order of time in both directions, also when several begin together', async () => {
  await run(`mark('c', 5); mark('a', 1); mark('b', 1)`);
  expect(await run(`walk()`)).toBe('a1,b1,c5');
  expect(
    await run(`[markers.getLastMarker().name, markers.getPrevMarker(markers.getLastMarker()).name,
    typeof markers.getPrevMarker(markers.getFirstMarker()), typeof markers[0], markers.numMarkers].join()`),
  ).toBe('c,b,undefined,undefined,3');
});

test('a new start puts a marker in its place and keeps its end where it can', async () => {
  await run(`var a = mark('a', 1), b = mark('b', 4); a.end = 3; a.start = 2`);
  expect(await run(`a.end.seconds`)).toBe('3');
  await run(`a.start = 6`);
  expect(await run(`walk() + ' ' + a.end.seconds`)).toBe('b4,a6 6');
});

test('a deleted marker leads nowhere and is stale', async () => {
  await run(
    `var a = mark('a', 1); mark('b', 2); var next = markers.getFirstMarker(); markers.deleteMarker(a)`,
  );
  expect(await run(`typeof markers.getNextMarker(next) + typeof a.name + walk()`)).toBe(
    'undefinedundefinedb2',
  );
  expect(await premiere.premiere.evalScript(`a.setColorByIndex(1)`)).toBe('EvalScript error.');
});

test('have a type, a colour and a web link', async () => {
  await run(`var a = mark('a', 1)`);
  expect(await run(`[a.type, a.getColorByIndex(), a.getWebLinkURL(), a.guid.length].join()`)).toBe(
    'Comment,0,,36',
  );
  await run(
    `a.setTypeAsWebLink('https://example.org', '_top'); a.setColorByIndex(7); a.setColorByIndex(8)`,
  );
  expect(
    await run(`[a.type, a.getColorByIndex(), a.getWebLinkURL(), a.getWebLinkFrameTarget()].join()`),
  ).toBe('WebLink,7,https://example.org,_top');
  await run(`a.setTypeAsChapter()`);
  expect(await run(`a.type`)).toBe('Chapter');
  await run(`a.type = 'Segmentation'; a.type = 'Nonsense'`);
  expect(await run(`a.type + typeof a.duration + typeof a.comment`)).toBe(
    'Segmentationundefinedundefined',
  );
});

test('a time that is no number is an illegal parameter', async () => {
  for (const script of [
    `markers.createMarker(new Time())`,
    `mark('a', 1).start = new Time()`,
    `mark('a', 1).end = 'x'`,
  ]) {
    expect(await premiere.premiere.evalScript(script)).toBe('EvalScript error.');
    expect(premiere.premiere.lastError()).toBe('Error: Illegal Parameter type');
  }
});

test('of an item count from its first frame on the grid of its medium', async () => {
  await run(`var ntsc = bring('/cards/B001.mov'), own = ntsc.getMarkers(); own.createMarker(1)`);
  expect(await run(`own.numMarkers + ' ' + ntsc.getMarkers().getFirstMarker().start.ticks`)).toBe(
    `1 ${(23n * 10_594_584_000n).toString()}`,
  );
});
