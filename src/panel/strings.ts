import type { PlanRow, ReportItem, StepName } from '../contract/StepReport';
import { presetStrings } from './presetStrings';

/** Every text the panel shows of its own, in one place so that it can be translated. */
export const strings = {
  product: 'Slateflow',
  rail: 'Steps',
  toLight: 'Light theme',
  toDark: 'Dark theme',
  steps: {
    ingest: {
      title: 'Ingest',
      about: 'Brings cards into bins by scene, take and camera. The cards are only read.',
      apply: 'Import into bins',
    },
    sync: {
      title: 'Sync',
      about:
        'Lays the recorder’s sound under each take by timecode. It takes what the project holds and asks for nothing.',
      apply: 'Sync sound',
    },
    roughcut: {
      title: 'Rough cut',
      about: 'Builds a sequence of the circled takes in the order of the script.',
      apply: 'Build rough cut',
    },
    export: {
      title: 'Export',
      about: 'Renders a sequence to delivery presets and checks each file it made.',
      apply: 'Export',
    },
    archive: {
      title: 'Archive',
      about: 'Copies cards, exports and project into a bundle and reads every byte back.',
      apply: 'Archive',
    },
  } satisfies Readonly<Record<StepName, StepTexts>>,
  standing: {
    untouched: 'not looked at yet',
    running: 'at work',
    planned: 'plan ready',
    done: 'done',
    partial: 'done, with failures',
    failed: 'failed',
    cancelled: 'cancelled',
  },
  inputs: {
    sources: 'Card folders',
    sourcesHint: 'One a line: cameras and recorders.',
    preset: 'Bin preset',
    presetFromFile: 'From a file',
    presetFile: 'Preset file',
    presetFileHint: 'Its path.',
    editPreset: 'Edit preset',
    logs: 'Logs and reports',
    logsHint: 'One a line: script supervisor, camera, sound, ALE. May be left empty.',
    constantRateFolder: 'Folder for constant-rate copies',
    constantRateHint:
      'Media with a variable frame rate are copied there, and the copy is imported. Left empty, they are imported as they are.',
    log: 'Log (CSV)',
    mayBeEmpty: 'May be left empty.',
    script: 'Script (CSV)',
    sequence: 'Sequence',
    sequenceDefault: 'Rough cut',
    specs: 'Delivery presets',
    specsHint: (shipped: string) => `One a line: ${shipped}, or the path of a preset file.`,
    outputFolder: 'Folder for the exports',
    bundle: 'Folder of the bundle',
    title: 'Title',
    exports: 'Folder of the exports',
    isEmpty: (label: string) => `“${label}” is empty. Fill it in and preview again.`,
  },
  watch: {
    label: 'Watch the card folders',
    on: 'Looking every few seconds. What arrives is shown as a plan.',
    off: 'Looks for new material by itself.',
  },
  preset: presetStrings,
  actions: { preview: 'Preview', previewAgain: 'Preview again', cancel: 'Cancel' },
  progress: {
    preview: 'Looking',
    apply: 'Working',
    cancelling: 'Cancelling',
    of: (done: string, total: string, unit: string) => `${done} of ${total} ${unit}`,
  },
  cancelled: 'Cancelled.',
  plan: {
    heading: 'Plan',
    table: 'What would be done',
    action: 'Action',
    reason: 'Reason',
    subject: 'About',
    empty: 'There is nothing to do.',
    chooseRow: 'Choose a row to read all of it.',
    needsAnEye: (count: string) => `Needs an eye: ${count}`,
    attention: {
      conflict: 'conflict',
      uncertain: 'uncertain',
    } satisfies Readonly<Record<NonNullable<PlanRow['attention']>, string>>,
    saysSo: (witness: string) => `Says so: ${witness}`,
    noRows: 'None.',
    counts: {
      blocked: (count: string) => `${count} blocked`,
      change: (count: string) => `${count} to change`,
      add: (count: string) => `${count} to add`,
      skip: (count: string) => `${count} skipped`,
      alreadyThere: (count: string) => `${count} already there`,
    } satisfies Readonly<Record<PlanRow['action'], (count: string) => string>>,
    actions: {
      add: 'Add',
      change: 'Change',
      alreadyThere: 'Already there',
      skip: 'Skip',
      blocked: 'Blocked',
    } satisfies Readonly<Record<PlanRow['action'], string>>,
  },
  report: {
    heading: 'Report',
    planned: 'planned',
    done: 'done',
    alreadyThere: 'already there',
    failed: 'failed',
    skipped: 'skipped',
    failures: 'What failed',
    items: 'What was done',
    outcome: 'Outcome',
    outcomes: {
      planned: 'Planned',
      done: 'Done',
      alreadyThere: 'Already there',
      failed: 'Failed',
      skipped: 'Skipped',
    } satisfies Readonly<Record<ReportItem['outcome'], string>>,
    sentence: {
      done: 'Done.',
      partial: 'Done in part: what failed is listed below.',
      failed: 'Nothing was done: the reasons are listed below.',
      cancelled: 'Cancelled. What was finished until then is listed below.',
      planned: 'Nothing was changed.',
    },
  },
  findings: {
    heading: 'Findings',
    severities: { info: 'Note', warning: 'Warning', error: 'Error' },
  },
  failed: 'It could not go on',
  stale: 'The project or the files have changed since this plan was shown. Nothing was done.',
  busy: (step: string) => `${step} is still at work. Wait until it has finished, or cancel it.`,
  bug: {
    heading: 'Something went wrong inside Slateflow',
    inStep: 'The step broke off. Preview again to see what stands now.',
    sentence:
      'The project and the files are as they were left. Copy this report for whoever maintains it; it holds no paths or names of media.',
    report: 'Report',
    copy: 'Copy report',
    copied: 'Copied',
    goOn: 'Go on',
  },
  start: {
    heading: 'Slateflow could not start',
    bug: 'Something went wrong inside Slateflow while it started. Start it again; if that does not help, report it.',
    noBridge:
      'The address of this page names no simulated Premiere. Open the address that “slateflow start” printed.',
    noToken:
      'The address of this page brings no token. Open the address that “slateflow start” printed; it works once a session.',
  },
} as const;

/** What a step is called and what its button does. */
export interface StepTexts {
  readonly title: string;
  readonly about: string;
  /** The button's act. */
  readonly apply: string;
}
