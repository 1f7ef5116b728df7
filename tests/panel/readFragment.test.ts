import { readFragment } from '../../src/panel/shell/readFragment';

test('reads token, bridge and places from the address', () => {
  const fragment = new URLSearchParams({
    token: 'a1',
    bridge: '4310',
    day: '/days/12 & 13/day.json',
    out: '/out',
  });
  expect(readFragment(`#${fragment.toString()}`)).toEqual({
    token: 'a1',
    bridgePort: 4310,
    engine: null,
    dayPath: '/days/12 & 13/day.json',
    outFolder: '/out',
  });
});

test('is nothing without a token', () => {
  expect(readFragment('#bridge=4310')).toBeNull();
});

test.each(['0', '70000', '12.5', 'evil.example', ''])('takes “%s” for no port', (bridge) => {
  expect(readFragment(`#token=a1&bridge=${bridge}`)?.bridgePort).toBeNull();
});
