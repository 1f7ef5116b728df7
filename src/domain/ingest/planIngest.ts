import type { Finding } from '../finding/Finding';
import { scenesBySetup } from './gatherMedium';
import type { IngestDecision, IngestPlan } from './IngestPlan';
import type { IngestRequest } from './IngestRequest';
import { IngestWork } from './IngestWork';
import { judgeFiles } from './judgeFiles';
import { linkLogInSteps } from './linkLog';
import { sortMedium } from './sortMedium';
import { NameReader, type SourceMedium } from './SourceMedium';

/**
 * Plans an ingest: for every listed file its bin, name, label and metadata, or why it stays out; then
 * what the project lacks of that. Items are known by their media path, bins by what lies in them, so
 * a second run plans nothing. The same request always gives the same plan.
 */
export function planIngest(request: IngestRequest): IngestPlan {
  const work = planIngestInSteps(request);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** The same in steps of a few files each, for whoever must do other things between them. */
export function* planIngestInSteps(request: IngestRequest): Generator<void, IngestPlan> {
  const { clips, refused } = judgeFiles(request);
  yield;
  const media = yield* readNames(request, clips);
  const { log } = request;
  const { links, inLogNoMedia, mediaNotInLog, findings } = yield* linkLogInSteps(
    media,
    log?.takes ?? null,
    log?.clips ?? [],
  );
  const rules = { preset: request.preset, links, sceneOf: scenesBySetup(log?.takes ?? []) };
  const work = new IngestWork(request);
  const decided = new Map(refused);
  const findingsOfMedia: Finding[] = [];
  for (const medium of media) {
    const sorted = sortMedium(medium, rules);
    findingsOfMedia.push(...sorted.findings);
    decided.set(medium.file.path, work.decide(sorted));
    yield;
  }
  return {
    decisions: inOrder(request, decided),
    ...work.toPlan(),
    inLogNoMedia,
    mediaNotInLog,
    findings: [...request.cards.findings, ...findings, ...findingsOfMedia],
  };
}

function* readNames(
  { preset }: IngestRequest,
  clips: ReturnType<typeof judgeFiles>['clips'],
): Generator<void, readonly SourceMedium[]> {
  const names = new NameReader(preset.patterns);
  const media: SourceMedium[] = [];
  for (const { clip, media: probed } of clips) {
    media.push(names.read(clip, probed));
    yield;
  }
  return media;
}

function inOrder(
  { listing }: IngestRequest,
  decided: ReadonlyMap<string, IngestDecision>,
): readonly IngestDecision[] {
  return listing.flatMap(({ path }) => decided.get(path) ?? []);
}
