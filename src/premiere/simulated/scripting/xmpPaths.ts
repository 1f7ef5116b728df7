import { xmpNode, type XmpForm, type XmpNode } from './XmpNode';

/** One step from a node to another. */
type Step =
  | { readonly kind: 'field' | 'qualifier'; readonly name: string }
  | { readonly kind: 'item'; readonly index: number }
  | { readonly kind: 'where'; readonly name: string; readonly value: string };

const stepPattern =
  /\/?(?:\[(?:(\d+)|(last\(\))|\??@?([^=\]]+)=(?:"([^"]*)"|'([^']*)'))\]|([?@])?([^/[\]]+))/y;

/**
 * The steps of a path as Adobe's library writes them: `name`, `[2]`, `[last()]`,
 * `[?xml:lang="de"]`, `/ns:field`, `/?ns:qualifier`, `/@xml:lang`.
 */
export function parseXmpPath(path: string): readonly Step[] {
  const steps: Step[] = [];
  stepPattern.lastIndex = 0;
  while (stepPattern.lastIndex < path.length) {
    const found = stepPattern.exec(path);
    if (!found) return [];
    steps.push(toStep(found));
  }
  return steps;
}

function toStep([, index, last, key, one, two, mark, name = '']: RegExpExecArray): Step {
  if (index !== undefined) return { kind: 'item', index: Number(index) };
  if (last !== undefined) return { kind: 'item', index: -1 };
  if (key !== undefined) return { kind: 'where', name: key, value: one ?? two ?? '' };
  return { kind: mark === undefined ? 'field' : 'qualifier', name };
}

/** The node a path leads to from another; undefined when there is none. */
export function followXmpPath(from: XmpNode, steps: readonly Step[]): XmpNode | undefined {
  let node: XmpNode | undefined = from;
  for (const step of steps) node = node && takeStep(node, step);
  return node;
}

/** The node a path leads to, made where it is missing. */
export function makeXmpPath(from: XmpNode, steps: readonly Step[]): XmpNode {
  let node = from;
  for (const step of steps) node = takeStep(node, step) ?? makeStep(node, step);
  return node;
}

/** Takes the node a path leads to out of what holds it. */
export function removeXmpPath(from: XmpNode, steps: readonly Step[]): void {
  const holder = followXmpPath(from, steps.slice(0, -1));
  const node = followXmpPath(from, steps);
  if (!holder || !node) return;
  for (const list of [holder.children, holder.qualifiers]) {
    const index = list.indexOf(node);
    if (index >= 0) list.splice(index, 1);
  }
}

function takeStep({ children, qualifiers }: XmpNode, step: Step): XmpNode | undefined {
  switch (step.kind) {
    case 'field':
      return children.find(({ name }) => name === step.name);
    case 'qualifier':
      return qualifiers.find(({ name }) => name === step.name);
    case 'item':
      return children.at(step.index < 0 ? -1 : step.index - 1);
    case 'where':
      return children.find((child) =>
        [...child.qualifiers, ...child.children].some(
          ({ name, value }) => name === step.name && value === step.value,
        ),
      );
  }
}

function makeStep(node: XmpNode, step: Step): XmpNode {
  if (step.kind === 'qualifier') {
    const qualifier = xmpNode(step.name);
    node.qualifiers.push(qualifier);
    return qualifier;
  }
  const isField = step.kind === 'field';
  if (node.form === 'simple') node.form = isField ? 'struct' : ('Bag' satisfies XmpForm);
  const made = xmpNode(isField ? step.name : 'rdf:li');
  if (step.kind === 'where') made.qualifiers.push(xmpNode(step.name, step.value));
  node.children.push(made);
  return made;
}
