import path from 'node:path';
import { toList, toText } from '../es3/scriptValues';
import { collectProject } from '../file/collectProject';
import type { Project } from '../model/ProjectModel';
import type { Dom, ManagerOptions, ProjectManagerState } from './Dom';

/** Constants of `app.projectManager.options`; what the texts are is not established. */
const constants = {
  CLIP_TRANSFER_COPY: 'CLIP_TRANSFER_COPY',
  CLIP_TRANSFER_TRANSCODE: 'CLIP_TRANSFER_TRANSCODE',
  CLIP_TRANSCODE_MATCH_PRESET: 'CLIP_TRANSCODE_MATCH_PRESET',
  CLIP_TRANSCODE_MATCH_CLIPS: 'CLIP_TRANSCODE_MATCH_CLIPS',
  CLIP_TRANSCODE_MATCH_SEQUENCE: 'CLIP_TRANSCODE_MATCH_SEQUENCE',
} as const;

/** Options as they stand before a script writes them. */
const initial = {
  clipTransferOption: constants.CLIP_TRANSFER_COPY,
  clipTranscoderOption: constants.CLIP_TRANSCODE_MATCH_SEQUENCE,
  convertAECompsToClips: false,
  convertImageSequencesToClips: false,
  convertSyntheticsToClips: false,
  copyToPreventAlphaLoss: false,
  destinationPath: '',
  encoderPresetFilePath: '',
  excludeUnused: false,
  handleFrameCount: 0,
  includeAllSequences: true,
  includeConformedAudio: false,
  includePreviews: false,
  renameMedia: false,
} as const;

type OptionName = keyof typeof initial;

/** Options that ask for other media than those there are; everything is copied whole instead. */
const conversions: readonly OptionName[] = [
  'convertAECompsToClips',
  'convertImageSequencesToClips',
  'convertSyntheticsToClips',
];

/** `app.projectManager`, and how `app` hands it out. */
export function defineProjectManager(dom: Dom): () => object {
  const manager: ProjectManagerState = {
    options: {
      values: new Map<string, string | number | boolean>(Object.entries(initial)),
      affectedSequences: [],
    },
    errors: [],
  };
  defineOptions(dom);
  dom.define('ProjectManager', {
    getters: {
      options: ({ options }) => dom.wrap('ProjectManagerOptions', options),
      // An array of arrays: scripts read `errors[k][0]`.
      errors: ({ errors }) => dom.realm.array(errors.map((message) => dom.realm.array([message]))),
    },
    methods: {
      process: (state, [project]) => {
        state.errors = process(dom.demand('Project', project), state.options);
        return state.errors.length === 0 ? 0 : 1;
      },
    },
  });
  return () => dom.wrap('ProjectManager', manager);
}

function defineOptions(dom: Dom): void {
  const names = Object.keys(initial) as OptionName[];
  dom.define('ProjectManagerOptions', {
    isValue: true,
    getters: {
      ...Object.fromEntries(Object.entries(constants).map(([name, value]) => [name, () => value])),
      ...Object.fromEntries(
        names.map((name) => [name, ({ values }: ManagerOptions) => values.get(name)]),
      ),
      affectedSequences: ({ affectedSequences }: ManagerOptions) =>
        dom.wrapAll('Sequence', affectedSequences),
    },
    setters: {
      ...Object.fromEntries(
        names.map((name) => [
          name,
          ({ values }: ManagerOptions, value: unknown) => {
            values.set(name, likeInitial(name, value));
          },
        ]),
      ),
      affectedSequences: (options: ManagerOptions, given: unknown) => {
        options.affectedSequences = toList(given).map((one) => dom.demand('Sequence', one));
      },
    },
  });
}

/** A value of the type the option has; flags are written as numbers as well. */
function likeInitial(name: OptionName, value: unknown): string | number | boolean {
  const before = initial[name];
  if (typeof before === 'boolean') return Boolean(value);
  return typeof before === 'number' ? Number(value) : toText(value);
}

function process(project: Project, { values, affectedSequences }: ManagerOptions): string[] {
  const destination = values.get('destinationPath');
  if (typeof destination !== 'string' || destination === '') {
    return ['There is no destination folder.'];
  }
  const errors = collectProject(project, {
    destination: path.resolve(destination),
    sequences: values.get('includeAllSequences') === true ? null : affectedSequences,
    excludesUnused: values.get('excludeUnused') === true,
    renamesMedia: values.get('renameMedia') === true,
  });
  const converts = conversions.some((name) => values.get(name) === true);
  if (values.get('clipTransferOption') === constants.CLIP_TRANSFER_TRANSCODE || converts) {
    errors.push('Media were copied as they are: the simulated Premiere does not transcode here.');
  }
  return errors;
}
