import fs from 'node:fs';
import path from 'node:path';
import type { MediaFacts } from '../../../contract/MediaEngine';
import { toFlag, toText } from '../es3/scriptValues';
import { moveMedia, toMedia } from '../model/media';
import type { Clip, Media, ProjectItem } from '../model/ProjectModel';
import { unitOfItem } from '../model/timeGrid';
import { isClip, type Dom } from './Dom';
import { clipsOver } from './itemBins';

/** Readers of where an item's media are. */
export function mediaReaders(dom: Dom) {
  const hasFile = (item: ProjectItem): item is Clip =>
    isClip(item) && item.media.path !== '' && !dom.session.orphans.has(item);
  return {
    getMediaPath: (item: ProjectItem) => (hasFile(item) ? item.media.path : ''),
    isOffline: (item: ProjectItem) =>
      isClip(item) && (!item.media.isOnline || dom.session.orphans.has(item)),
    canChangeMediaPath: hasFile,
    canProxy: (item: ProjectItem) => hasFile(item) && item.media.kind === 'file',
    hasProxy: (item: ProjectItem) => isClip(item) && item.proxyPath !== '',
    getProxyPath: (item: ProjectItem) => (isClip(item) ? item.proxyPath : '') || 0,
    isSequence: (item: ProjectItem) =>
      item.kind === 'sequence' || (item.kind === 'clip' && item.isMerged),
    isMulticamClip: isMulticam,
    isMultiCamClip: isMulticam,
    isMergedClip: (item: ProjectItem) => isClip(item) && item.isMerged,
    isAdjustmentLayer: (item: ProjectItem) => isClip(item) && item.media.kind === 'adjustment',
    isReference: () => false,
  };
}

/** Writers of the same. */
export function mediaMutators(dom: Dom) {
  const yes = () => true;
  return {
    setOffline: {
      run: (item: ProjectItem) => {
        if (!isClip(item) || item.media.path === '') return false;
        item.media.isOnline = false;
        item.media.isUnlinked = true;
        return true;
      },
      pretend: yes,
    },
    changeMediaPath: {
      run: (item: ProjectItem, [newPath, overrides]: readonly unknown[]) => {
        const facts = probe(dom, toText(newPath));
        return (
          isClip(item) &&
          facts !== undefined &&
          relink(dom, item, { facts, overrides: toFlag(overrides) })
        );
      },
      pretend: yes,
    },
    refreshMedia: {
      run: (item: ProjectItem) => {
        if (!isClip(item)) return 0;
        refresh(dom, item);
        const list = { markers: item.markers, unit: unitOfItem(item) };
        const markers = list.markers.map((marker) => ({ marker, list }));
        return markers.length === 0 ? 0 : dom.wrapAll('Marker', markers);
      },
    },
    saveProjectSnapshot: { run: () => false, pretend: () => false },
  };
}

/** Writers of an item's proxy. */
export function proxyMutators(dom: Dom) {
  const yes = () => true;
  return {
    attachProxy: {
      run: (item: ProjectItem, [proxyPath, isHiRes]: readonly unknown[]) => {
        const facts = probe(dom, toText(proxyPath));
        return (
          isClip(item) &&
          facts !== undefined &&
          attach(dom, item, { facts, isHiRes: toFlag(isHiRes) })
        );
      },
      pretend: yes,
    },
    detachProxy: {
      run: (item: ProjectItem) => {
        if (!isClip(item) || item.proxyPath === '') return false;
        item.proxyPath = '';
        return true;
      },
      pretend: yes,
    },
  };
}

function isMulticam(item: ProjectItem): boolean {
  return item.kind === 'sequence' && item.isMulticam;
}

function probe(dom: Dom, given: string): MediaFacts | undefined {
  const [probed] = dom.services.media.probe([path.resolve(given)]);
  return probed?.ok ? probed.media : undefined;
}

/** Every item of the medium changes; a file that does not match is refused unless overridden. */
function relink(
  dom: Dom,
  item: Clip,
  { facts, overrides }: { readonly facts: MediaFacts; readonly overrides: boolean },
): boolean {
  const { media } = item;
  if (media.path === '' || media.kind !== 'file') return false;
  const found = toMedia(facts, facts.path);
  if (!overrides && !matches(found, media)) return false;
  moveMedia(dom.projectOf(item), media, facts.path);
  if (!matches(found, media)) takeFacts(dom, item, found);
  return true;
}

function matches(found: Media, media: Media): boolean {
  return (
    found.durationTicks === media.durationTicks &&
    (found.video === null) === (media.video === null) &&
    found.audio?.channels === media.audio?.channels
  );
}

/** The medium is as the new file says; clips of all of it get longer with it, but never shorter. */
function takeFacts(dom: Dom, item: Clip, found: Media): void {
  const { media } = item;
  const before = media.durationTicks;
  const { facts, durationTicks, startTicks, video, audio } = found;
  Object.assign(media, { facts, durationTicks, startTicks, video, audio });
  if (durationTicks <= before) return;
  for (const clip of clipsOver(dom.projectOf(item), media)) {
    if (clip.range.end === before) clip.range = { ...clip.range, end: durationTicks };
  }
}

/** Missing files that are back are online again; files that grew are read again. */
function refresh(dom: Dom, item: Clip): void {
  const { media } = item;
  if (media.path === '' || media.isUnlinked) return;
  const stat = fs.statSync(media.path, { throwIfNoEntry: false });
  if (stat?.size === media.facts.sizeBytes || media.kind !== 'file') {
    media.isOnline = stat !== undefined;
    return;
  }
  const facts = probe(dom, media.path);
  media.isOnline = facts !== undefined;
  if (facts) takeFacts(dom, item, toMedia(facts, media.path));
}

/** A proxy has its clip's aspect ratio, length and channels, or it is refused. */
function attach(
  dom: Dom,
  item: Clip,
  { facts, isHiRes }: { readonly facts: MediaFacts; readonly isHiRes: boolean },
): boolean {
  const { media } = item;
  const proxy = toMedia(facts, facts.path);
  if (media.kind !== 'file' || media.path === '') return false;
  if (!matches(proxy, media) || !hasSameRatio(proxy, media)) return false;
  if (!isHiRes) {
    item.proxyPath = facts.path;
    return true;
  }
  item.proxyPath = media.path;
  moveMedia(dom.projectOf(item), media, facts.path);
  takeFacts(dom, item, proxy);
  return true;
}

function hasSameRatio(left: Media, right: Media): boolean {
  if (!left.video || !right.video) return true;
  const ratio = ({ width, height }: { width: number; height: number }) => width / height;
  return Math.abs(ratio(left.video) - ratio(right.video)) < 0.01;
}
