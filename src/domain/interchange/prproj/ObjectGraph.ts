import {
  attributeOf,
  childNamesOf,
  elementAt,
  elementsAt,
  type PrprojElement,
} from './PrprojElement';
import { Remarks } from './Remarks';

/** An object of a project file: a child of the root that has an id of its own. */
export interface PrprojObject {
  readonly tag: string;
  /** `ObjectUID` or `ObjectID`. */
  readonly id: string;
  readonly element: PrprojElement;
}

/** How many objects of a tag there are. */
export interface TagCount {
  readonly tag: string;
  readonly count: number;
}

/**
 * The objects of a project file, found by what points to them. What is reached counts as read; what
 * never is can be listed at the end.
 */
export class ObjectGraph {
  readonly remarks = new Remarks();
  private readonly byTag = new Map<string, readonly PrprojObject[]>();
  private readonly byKey = new Map<string, PrprojObject>();
  private readonly reached = new Set<PrprojObject>();

  constructor(data: PrprojElement) {
    for (const tag of childNamesOf(data)) {
      const objects = elementsAt(data, tag).flatMap((element) => toObject(tag, element));
      this.byTag.set(tag, objects);
      for (const object of objects) this.index(object);
    }
  }

  /** All objects of a tag, in the order of the file; they count as read. */
  all(tag: string): readonly PrprojObject[] {
    const objects = this.byTag.get(tag) ?? [];
    for (const object of objects) this.reached.add(object);
    return objects;
  }

  /** What a reference at a path points to; a reference to nothing is a remark. */
  follow(parent: PrprojElement | undefined, path: string): PrprojObject | undefined {
    const reference = elementAt(parent, path);
    return reference && this.resolve(reference, path);
  }

  /** What each reference at a path points to. */
  followEach(parent: PrprojElement | undefined, path: string): readonly PrprojObject[] {
    return elementsAt(parent, path).flatMap((reference) => this.resolve(reference, path) ?? []);
  }

  /** What the references inside each element at a path point to, such as each `Second`. */
  followEachIn(
    parent: PrprojElement | undefined,
    path: string,
    inner: string,
  ): readonly PrprojObject[] {
    return elementsAt(parent, path).flatMap((element) => this.follow(element, inner) ?? []);
  }

  /** Objects by tag, most frequent first. */
  counts(): readonly TagCount[] {
    return toCounts([...this.byTag].map(([tag, objects]) => [tag, objects.length]));
  }

  /** Objects that nothing asked for, by tag, most frequent first. */
  unread(): readonly TagCount[] {
    return toCounts(
      [...this.byTag].map(([tag, objects]) => [
        tag,
        objects.filter((object) => !this.reached.has(object)).length,
      ]),
    );
  }

  private index(object: PrprojObject): void {
    const key = keyOf(object.element, 'ObjectID', 'ObjectUID');
    if (!key) return;
    if (this.byKey.has(key)) {
      this.remarks.add(`Two objects (${object.tag}) have one id: the first is used.`);
    } else this.byKey.set(key, object);
  }

  private resolve(reference: PrprojElement, path: string): PrprojObject | undefined {
    const key = keyOf(reference, 'ObjectRef', 'ObjectURef');
    if (!key) return undefined;
    const object = this.byKey.get(key);
    if (object) this.reached.add(object);
    else this.remarks.add(`${lastOf(path)} points to an object that the file does not hold.`);
    return object;
  }
}

function toObject(tag: string, element: PrprojElement): readonly PrprojObject[] {
  const id = attributeOf(element, 'ObjectUID') ?? attributeOf(element, 'ObjectID');
  return id === undefined ? [] : [{ tag, id, element }];
}

/** Numbers and GUIDs are two spaces of names. */
function keyOf(element: PrprojElement, number: string, guid: string): string | undefined {
  const uid = attributeOf(element, guid);
  if (uid !== undefined) return `uid ${uid}`;
  const id = attributeOf(element, number);
  return id === undefined ? undefined : `id ${id}`;
}

function toCounts(entries: readonly (readonly [string, number])[]): readonly TagCount[] {
  return entries
    .filter(([, count]) => count > 0)
    .map(([tag, count]) => ({ tag, count }))
    .sort((left, right) => right.count - left.count || (left.tag < right.tag ? -1 : 1));
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
