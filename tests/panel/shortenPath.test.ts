import { shortenPath } from '../../src/panel/step/shortenPath';

test.each([
  ['/Volumes/CARDS/2026-04-12/A001R1AB/A001C003_R1AB.mov', '…/A001R1AB/A001C003_R1AB.mov'],
  ['D:\\CARDS\\2026-04-12\\A001R1AB\\A001C003_R1AB.mov', '…\\A001R1AB\\A001C003_R1AB.mov'],
  ['media/A001R1AB/A001C003_260412_R1AB.mov', '…/A001R1AB/A001C003_260412_R1AB.mov'],
  ['/Footage/24/24A', '/Footage/24/24A'],
  ['24A take 4, camera B, which the log lists', '24A take 4, camera B, which the log lists'],
])('shows %s as %s', (text, shown) => {
  expect(shortenPath(text)).toBe(shown);
});
