import { isAle, parseAle } from '../../../../src/domain/interchange/ale/parseAle';

const lines = [
  'Heading',
  'FIELD_DELIM\tTABS',
  'FPS\t25',
  '',
  'Column',
  'Name\tTape\tOdd one\t',
  '',
  'Data',
  'C0001\tB002\t“x”\t',
  'C0002\tB002',
];

describe('parseAle', () => {
  test.each(['\n', '\r\n', '\r'])('reads columns and rows whatever ends a line: %j', (end) => {
    expect(parseAle(lines.join(end))).toEqual({
      rows: [
        { line: 6, cells: ['Name', 'Tape', 'Odd one', ''] },
        { line: 9, cells: ['C0001', 'B002', '“x”', ''] },
        { line: 10, cells: ['C0002', 'B002'] },
      ],
      findings: [],
    });
  });

  test('does without blank lines, and without a heading', () => {
    const bare = lines.filter((line) => line !== '');
    const cells = parseAle(lines.join('\n')).rows.map((row) => row.cells);
    expect(parseAle(bare.join('\n')).rows.map((row) => row.cells)).toEqual(cells);
    expect(parseAle(bare.slice(3).join('\n')).rows.map((row) => row.cells)).toEqual(cells);
  });

  test('a quotation mark in a cell is text', () => {
    const { rows } = parseAle('Column\nName\tComments\nData\nC1\t12" dolly\nC2\tx');
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['Name', 'Comments'],
      ['C1', '12" dolly'],
      ['C2', 'x'],
    ]);
  });

  test('knows its own kind by the first line', () => {
    expect(['Heading\nx', ' \r\ncolumn\r\nx'].map(isAle)).toEqual([true, true]);
    expect(['Heading,Column\nx', 'Scene\nHeading\n', ''].map(isAle)).toEqual([false, false, false]);
  });
});
