import { othersOf, readPaths } from './readTree';

describe('[I-12] endings that Premiere does not import', () => {
  test('are no clips, and say why', () => {
    const names = ['take.braw', 'take.mkv', 'photo.HEIC', 'scan.blend', 'no ending', 'tool.exe'];
    const reading = readPaths(names);
    expect(reading.clips).toEqual([]);
    expect(othersOf(reading, 'media-unsupported')).toEqual(names);
    const reasonOf = (name: string) =>
      reading.others.find(({ file }) => file.relativePath === name)?.reason;
    expect(reasonOf('take.braw')).toMatch(/plug-in/);
    expect(reasonOf('photo.HEIC')).toMatch(/some systems only/);
    expect(reasonOf('tool.exe')).toMatch(/does not import/);
  });

  test('in capitals or with a dot alone are told by what stands after the last dot', () => {
    const { clips } = readPaths(['A.MOV', 'b.tar.mp4', '.mov', 'mov']);
    expect(clips.map(({ main }) => main.relativePath)).toEqual(['A.MOV', 'b.tar.mp4']);
  });
});
