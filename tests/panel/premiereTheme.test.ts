import { toColorScheme } from '../../src/panel/shell/premiereTheme';

const skin = (level: number) => ({
  appSkinInfo: {
    panelBackgroundColor: { color: { red: level, green: level, blue: level, alpha: 255 } },
  },
});

test('follows the brightness of Premiere’s panels', () => {
  expect(toColorScheme(skin(29))).toBe('dark');
  expect(toColorScheme(skin(240))).toBe('light');
});

test('is dark when Premiere says nothing of its panels', () => {
  expect(toColorScheme(null)).toBe('dark');
});
