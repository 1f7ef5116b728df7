import { parseScript } from '../../../src/domain/script/parseScript';

const header = 'Scene,Heading,Eighths,Setups,Circled,Dialogue';
const codes = (csv: string) => parseScript(csv).findings.map(({ code }) => code);

describe('parseScript', () => {
  test('keeps the scenes in the order of their rows', () => {
    const { scenes, findings } = parseScript(
      [
        header,
        '24,INT. KITCHEN - DAY,11,"24, 24A, 24B",24-2; 24A-3,"ANNA: Hello,\nyou."',
        'A24,EXT. YARD,3/8,A24,,',
        '3,INT. CAR,1 3/8,"3, 3A",3A-1,',
      ].join('\n'),
    );
    expect(findings).toEqual([]);
    expect(scenes.map(({ number }) => number)).toEqual(['24', 'A24', '3']);
    expect(scenes[0]).toEqual({
      line: 3,
      number: '24',
      heading: 'INT. KITCHEN - DAY',
      eighths: 11,
      setups: ['24', '24A', '24B'],
      circled: [
        { setup: '24', take: 2 },
        { setup: '24A', take: 3 },
      ],
      dialogue: 'ANNA: Hello,\nyou.',
    });
    expect(scenes.map(({ eighths }) => eighths)).toEqual([11, 3, 11]);
  });

  test.each([',', ';', '\t', '|'])('finds out the delimiter “%s”', (delimiter) => {
    const csv = [header, '24,Kitchen,3,24A,24A-3,Hello']
      .map((line) => line.replaceAll(',', delimiter))
      .join('\r\n');
    expect(parseScript(`\uFEFF${csv}\r\n`)).toMatchObject({
      scenes: [{ number: '24', eighths: 3, setups: ['24A'], dialogue: 'Hello' }],
      findings: [],
    });
  });

  test('takes any column order and the usual synonyms', () => {
    const csv = 'Print;Slugline;Sc;Pages\n24A-3;Kitchen;024;2/8';
    expect(parseScript(csv).scenes).toMatchObject([
      { number: '24', heading: 'Kitchen', eighths: 2, circled: [{ setup: '24A', take: 3 }] },
    ]);
  });

  test('names bad rows by their line and uses the good ones', () => {
    const { scenes, findings } = parseScript(
      [
        header,
        ',No number,1,,,',
        '24,Kitchen,long,24A,24A-x,',
        '24,Again,1,,,',
        '',
        '25,Car,1,,,',
      ].join('\n'),
    );
    expect(scenes.map(({ number }) => number)).toEqual(['24', '25']);
    expect(findings.map(({ code, subject }) => [code, subject])).toEqual([
      ['bad-scene', 'line 2'],
      ['bad-take', 'line 3'],
      ['bad-eighths', 'line 3'],
      ['duplicate-scene', 'line 4'],
    ]);
  });

  test('a quotation mark that never closes costs its own row alone', () => {
    const { scenes, findings } = parseScript(
      [header, '24,Kitchen,1,,,', '25,"Car,1,,,', '26,Yard,1,,,', '27,Roof,1,,,'].join('\n'),
    );
    expect(scenes.map(({ number }) => number)).toEqual(['24', '26', '27']);
    expect(findings).toMatchObject([{ code: 'bad-row', subject: 'line 3' }]);
  });

  test('says which row has more cells than headings', () => {
    expect(parseScript(`${header}\n24,Kitchen,1,24,24A,24A-3,Hello`).findings).toMatchObject(
      [{ code: 'bad-take' }, { code: 'row-too-wide', subject: 'line 2' }].reverse(),
    );
  });

  test('has an error when no row can be used', () => {
    expect(codes('')).toEqual(['no-scene-column']);
    expect(codes('Name,Length\nfoo,1')).toEqual(['no-scene-column']);
    expect(codes(header)).toEqual(['no-usable-rows']);
    expect(codes(`${header}\nkitchen,,,,,`)).toEqual(['bad-scene', 'no-usable-rows']);
  });
});
