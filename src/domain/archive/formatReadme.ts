/** A card in the bundle. */
export interface ArchivedCard {
  /** Path within the bundle's `data/`. */
  readonly target: string;
  /** Where the card stood: absolute path. */
  readonly source: string;
}

/** What the bundle's README speaks of. */
export interface ReadmeFacts {
  readonly title: string;
  readonly cards: readonly ArchivedCard[];
  /** Path of the project within `data/`; empty when there is none. */
  readonly project: string;
  readonly hasExports: boolean;
  readonly hasRenamed: boolean;
}

/** `README.txt` of a bundle: how to check it and get clips back without any tool of ours. */
export function formatReadme(facts: ReadmeFacts): string {
  const { title, cards, project, hasExports, hasRenamed } = facts;
  return [
    title,
    '='.repeat(Math.max(title.length, 3)),
    '',
    'This is an archive bundle: plain files in plain folders. Nothing is packed or encrypted.',
    'No special software is needed to read it.',
    '',
    'What is where',
    '-------------',
    'data/media/          the camera and sound cards, each in its original folder structure:',
    ...cards.map(({ target, source }) => `                     ${target}  from ${source}`),
    ...(project ? [`data/${project}`, '                     the editing project'] : []),
    ...(hasExports ? ['data/exports/        the finished exports'] : []),
    'data/catalogue.csv   one row for every clip: scene, setup, take, camera, timecode, note, path',
    'data/catalogue.jsonl the same, one JSON object a line',
    ...(hasRenamed ? ['data/names.csv       files and folders that had to be renamed'] : []),
    ...retrieval,
    ...(hasRenamed ? renaming : []),
    '',
  ].join('\n');
}

const retrieval: readonly string[] = [
  '',
  'Finding and restoring a clip',
  '----------------------------',
  '1. Open data/catalogue.csv in any spreadsheet and look for the scene, take or name.',
  '2. Its “path” column is the place of the media, seen from the folder data/.',
  '3. Copy the file. Copy its whole card folder when the camera format needs it (most do).',
  '4. To open the project, copy data/project and data/media side by side into one folder;',
  '   media paths in the project lead from one to the other.',
  '',
  'Checking that nothing has changed',
  '---------------------------------',
  'The bundle is a BagIt bag (RFC 8493). In the folder that holds bagit.txt:',
  '  Linux:    sha256sum -c manifest-sha256.txt',
  '  macOS:    shasum -a 256 -c manifest-sha256.txt',
  '  anywhere: any BagIt validator',
  'Every card also has an ASC MHL history in its folder “ascmhl”; any ASC MHL tool reads it.',
];

const renaming: readonly string[] = [
  '',
  'Renamed files',
  '-------------',
  'Characters that some file systems cannot hold were written as = and two hexadecimal digits,',
  'or =u and four. A name that was taken got ~ and a number. data/names.csv gives the originals.',
];
