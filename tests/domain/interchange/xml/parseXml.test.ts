import fc from 'fast-check';
import {
  formatXml,
  isHoldable,
  toHoldable,
} from '../../../../src/domain/interchange/xml/formatXml';
import { parseXml } from '../../../../src/domain/interchange/xml/parseXml';
import { xmlElement } from '../../../../src/domain/interchange/xml/XmlElement';

describe('XML', () => {
  test('reads back any text and attribute that XML can hold', () => {
    const texts = fc.string({ unit: 'binary' }).map(toHoldable);
    fc.assert(
      fc.property(texts, texts, (text, value) => {
        const root = xmlElement('a', [xmlElement('b', text, { c: value })], { d: text });
        const { root: read, defect } = parseXml(formatXml(root, '<!DOCTYPE a>'));
        expect(defect).toBe('');
        expect(read?.children).toEqual(root.children);
        expect(read?.attributes).toEqual(root.attributes);
      }),
    );
  });

  test('replaces what XML cannot hold', () => {
    expect(toHoldable('a\u0000b\u001Fc\uFFFFd\uD83Ce\u{1F3AC}')).toBe(
      'a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\u{1F3AC}',
    );
    expect(['', 'tab\t', '\u{1F3AC}'].every(isHoldable)).toBe(true);
  });

  test('guesses no numbers and trims no blanks', () => {
    const { root } = parseXml('<a><b> 007 </b><b>1e3</b><b>true</b></a>');
    expect(root?.children.map(({ text }) => text)).toEqual([' 007 ', '1e3', 'true']);
  });

  test.each(['<a><b>1</b>', '<a><b>1</b></a', '<a', '', 'text'])(
    'says what is wrong with %j',
    (text) => {
      expect(parseXml(text).defect).not.toBe('');
    },
  );

  test.each([
    '\uFEFF<a/>',
    '<a></a>\0\0',
    '<?xml version="1.0"?><!DOCTYPE a><a>x</a><!-- end -->\n',
  ])('takes %j as whole', (text) => {
    expect(parseXml(text)).toMatchObject({ root: { name: 'a' }, defect: '' });
  });
});
