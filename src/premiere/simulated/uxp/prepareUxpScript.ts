import { randomBytes } from 'node:crypto';
import {
  parse,
  type Function as FunctionNode,
  type Node,
  type Program,
  type Statement,
} from 'acorn';

/** A script that knew the name could put itself in its place. */
export const tickName = `slateflow_${randomBytes(8).toString('hex')}_tick`;

/** Why a script is refused before any of it runs. */
export class UxpRefusal extends Error {
  override readonly name = 'SyntaxError';

  constructor(
    message: string,
    /** Counted from 1. */
    readonly line: number,
  ) {
    super(message);
  }
}

const functions = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);
const loops = new Set([
  'ForStatement',
  'ForInStatement',
  'ForOfStatement',
  'WhileStatement',
  'DoWhileStatement',
]);

interface Insertion {
  readonly at: number;
  readonly text: string;
}

/**
 * A script as the text of an async function, so that it may await and return at its top level; one
 * that ends with an expression returns that. Each function and each turn of a loop asks first whether
 * there is time left: a script that is stopped from outside among its promises takes Node with it.
 * Lines stay where they are.
 * @throws UxpRefusal
 */
export function prepareUxpScript(source: string): string {
  const program = parseScript(source);
  const insertions = [...returning(program), ...nodesOf(program).flatMap(ticksIn)];
  return `(async function () {${withInsertions(source, insertions)}\n})`;
}

function parseScript(source: string): Program {
  try {
    return parse(source, {
      ecmaVersion: 2023,
      sourceType: 'script',
      allowAwaitOutsideFunction: true,
      allowReturnOutsideFunction: true,
      allowHashBang: false,
      locations: true,
    });
  } catch (cause) {
    const { message, loc } = cause as SyntaxError & { readonly loc?: { readonly line: number } };
    throw new UxpRefusal(message.replace(/ \(\d+:\d+\)$/, ''), loc?.line ?? 0);
  }
}

function returning({ body }: Program): Insertion[] {
  const last = body.at(-1);
  return last?.type === 'ExpressionStatement' ? [{ at: last.start, text: 'return ' }] : [];
}

function ticksIn(node: Node): Insertion[] {
  if (node.type === 'ImportExpression') {
    // It would answer with a promise of Node's own.
    throw new UxpRefusal('import() is not there: use require()', node.loc?.start.line ?? 0);
  }
  if (functions.has(node.type)) return tickInFunction(node as FunctionNode);
  return loops.has(node.type) ? tickInLoop((node as Node & { readonly body: Statement }).body) : [];
}

/** After what a function says of itself, such as “use strict”. */
function tickInFunction({ body }: FunctionNode): Insertion[] {
  if (body.type !== 'BlockStatement') {
    return [
      { at: body.start, text: `(${tickName}(),` },
      { at: body.end, text: ')' },
    ];
  }
  const directives = body.body.filter((one) => 'directive' in one);
  return [{ at: directives.at(-1)?.end ?? body.start + 1, text: `;${tickName}();` }];
}

function tickInLoop(body: Statement): Insertion[] {
  if (body.type === 'BlockStatement') return [{ at: body.start + 1, text: `${tickName}();` }];
  return [
    { at: body.start, text: `{${tickName}();` },
    { at: body.end, text: '}' },
  ];
}

function withInsertions(source: string, insertions: readonly Insertion[]): string {
  const sorted = [...insertions].sort((left, right) => left.at - right.at);
  let [text, taken] = ['', 0];
  for (const insertion of sorted) {
    text += source.slice(taken, insertion.at) + insertion.text;
    taken = insertion.at;
  }
  return text + source.slice(taken);
}

/** A node and all below it, outer ones first. */
function nodesOf(root: Node): Node[] {
  const children = Object.values(root).flatMap((value: unknown) =>
    Array.isArray(value) ? (value as unknown[]) : [value],
  );
  return [root, ...children.filter(isNode).flatMap(nodesOf)];
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}
