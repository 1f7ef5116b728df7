import { formatBugReport } from '../../src/panel/shell/formatBugReport';

test('says what broke and where, and names nobody’s material', () => {
  const bug = new TypeError(
    'Cannot place A001C003_260412_R1AB.mov from “24A-3” at /Volumes/Card 1/A001/A001C003.mov',
  );
  bug.stack = [
    'TypeError: Cannot place',
    '    at place (http://127.0.0.1:4000/panel.js:2:701696)',
    '    at /Volumes/Card 1/A001/other.mov',
  ].join('\n');
  const report = formatBugReport(bug, { browser: 'Chromium 88' });
  expect(report).toBe(
    [
      'TypeError: Cannot place ‹file› from ‹name› at ‹path›',
      '  at panel.js:2:701696',
      'browser: Chromium 88',
    ].join('\n'),
  );
});

test('takes anything that was thrown', () => {
  expect(formatBugReport('no', {})).toBe('string: no');
});
