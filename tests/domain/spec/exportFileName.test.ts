import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkNameTemplate, exportFileName } from '../../../src/domain/spec/exportFileName';

const template = '{sequence}_{spec}';

describe('names of exported files', () => {
  test.each([
    ['Rough cut', 'Rough_cut_web'],
    ['Scène 24 “Écoute”', 'Scene_24_Ecoute_web'],
    ['../../etc/passwd', 'etc_passwd_web'],
    ['C:\\Windows\\cut', 'C_Windows_cut_web'],
    ['\'); app.quit(); //"\u2028', 'app.quit_web'],
    ['.hidden', 'hidden_web'],
    ['长廊', 'web'],
    ['', 'web'],
  ])('%j becomes %s', (sequence, name) => {
    expect(exportFileName(template, { sequence, spec: 'web' })).toBe(name);
  });

  test('are never empty and never a device', () => {
    expect(exportFileName(template, {})).toBe('export');
    expect(exportFileName('{sequence}', { sequence: 'con' })).toBe('export_con');
    expect(exportFileName('{sequence}', { sequence: 'LPT1.cut' })).toBe('export_LPT1.cut');
    expect(exportFileName('{sequence}', { sequence: 'Contact' })).toBe('Contact');
  });

  test('hold only legal characters, whatever comes in, and the same every time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (sequence, title) => {
        const name = exportFileName('{title}_{sequence}', { sequence, title });
        expect(name).toMatch(/^[A-Za-z0-9][A-Za-z0-9._-]*$/);
        expect(name).not.toContain('..');
        expect(name.length).toBeLessThan(220);
        expect(name).not.toMatch(/[._-]$/);
        expect(exportFileName('{sequence}', { sequence: name })).toBe(name);
      }),
    );
  });

  test('are refused as templates when they cannot be one', () => {
    expect(checkNameTemplate('{title}_v{version}.{date}')).toBeUndefined();
    expect(checkNameTemplate('{title}/{sequence}')).toContain('letters');
    expect(checkNameTemplate('{title')).toContain('brace');
    expect(checkNameTemplate('{reel}')).toContain('{reel}');
    expect(checkNameTemplate('')).toContain('empty');
  });
});
