import fc from 'fast-check';
import { formatMediaUrl, parseMediaUrl } from '../../../src/domain/interchange/mediaUrl';

describe('media URLs', () => {
  test.each([
    ['/Volumes/Day 1/a#b%c?.mov', 'file://localhost/Volumes/Day%201/a%23b%25c%3F.mov'],
    ['D:\\media\\x é.mov', 'file://localhost/D%3a/media/x%20%C3%A9.mov'],
    ['\\\\server\\share\\x.mov', 'file://server/share/x.mov'],
  ])('writes %s as Premiere does, and reads it', (path, url) => {
    expect(formatMediaUrl(path, 'xmeml')).toBe(url);
    expect(parseMediaUrl(url)).toBe(path);
  });

  test.each([
    ['file:///C:/media/x.mov', 'C:\\media\\x.mov'],
    ['file:///C|/media/x.mov', 'C:\\media\\x.mov'],
    ['file://localhost/a b#c.mov', '/a b#c.mov'],
    ['file://localhost/100%.mov', '/100%.mov'],
    ['file://localhost/%E9t%C3%A9.mov', '/%E9té.mov'],
    ['file://localhost/D%3a\\media\\x.mov', 'D:\\media\\x.mov'],
    ['file:/tmp/x.mov', '/tmp/x.mov'],
    ['/bare/path x.mov', '/bare/path x.mov'],
    ['D:\\bare\\x.mov', 'D:\\bare\\x.mov'],
    ['FILE://LOCALHOST/x.mov', '/x.mov'],
  ])('survives %s', (url, path) => {
    expect(parseMediaUrl(url)).toBe(path);
  });

  test('reads back any POSIX path in both styles', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('xmeml', 'otio'),
        (name, style) => {
          const path = `/Volumes/${name}`;
          expect(parseMediaUrl(formatMediaUrl(path, style))).toBe(path);
        },
      ),
    );
  });

  test('replaces half a surrogate pair instead of throwing', () => {
    expect(formatMediaUrl('/a\uD83C.mov', 'otio')).toBe('file:///a%EF%BF%BD.mov');
  });
});
