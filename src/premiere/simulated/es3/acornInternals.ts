import { Parser, type Options, type TokenType } from 'acorn';

/** A node of acorn's tree, as far as the dialect looks into it. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly name?: string;
  readonly value?: unknown;
  readonly regex?: { readonly pattern: string; readonly flags: string };
  readonly callee?: SyntaxNode;
  readonly arguments?: readonly SyntaxNode[];
  readonly expression?: SyntaxNode;
  readonly param?: SyntaxNode;
  readonly body?: SyntaxNode;
  readonly right?: SyntaxNode;
  readonly handler?: SyntaxNode | null;
}

/** A node that is being made. */
export type OpenNode = object;

/**
 * What acorn's plug-ins build on: its own parser, whose methods call one another. Acorn's typings
 * leave it out; names and meanings are those of its source (`src/expression.js`, `src/statement.js`).
 */
export interface AcornParser {
  readonly input: string;
  pos: number;
  readonly start: number;
  readonly end: number;
  /** `binop` is how tightly an operator binds. */
  readonly type: TokenType & { readonly binop: number | null };
  readonly value: unknown;
  readonly lastTokEnd: number;
  readonly exprAllowed: boolean;
  keywords: RegExp;
  parse(): SyntaxNode;
  next(): void;
  eat(type: TokenType): boolean;
  expect(type: TokenType): void;
  semicolon(): void;
  unexpected(position?: number): never;
  raise(position: number, message: string): never;
  insertSemicolon(): boolean | undefined;
  startNode(): OpenNode;
  startNodeAt(position: number): OpenNode;
  finishNode(node: OpenNode, type: string): SyntaxNode;
  finishToken(type: TokenType, value?: unknown): void;
  finishOp(type: TokenType, size: number): void;
  readWord(): void;
  readWord1(): string;
  readToken_slash(): void;
  readRegexp(): void;
  getTokenFromCode(code: number): void;
  checkUnreserved(identifier: SyntaxNode): void;
  parseBindingAtom(): SyntaxNode;
  parseStatement(context: unknown, topLevel?: boolean, exported?: unknown): SyntaxNode;
  parseVarStatement(node: OpenNode, kind: string, lenient?: boolean): SyntaxNode;
  parseTryStatement(node: OpenNode): SyntaxNode;
  parseForIn(node: OpenNode, init: SyntaxNode): SyntaxNode;
  parseMaybeAssign(forInit?: unknown, errors?: unknown): SyntaxNode;
  parseMaybeConditional(forInit?: unknown, errors?: unknown): SyntaxNode;
  parseExprOps(forInit?: unknown, errors?: unknown): SyntaxNode;
  parseExprOp(
    left: SyntaxNode,
    start: number,
    ...rest: [at: unknown, least: number, forInit?: unknown]
  ): SyntaxNode;
  parseMaybeUnary(
    errors: unknown,
    sawUnary: boolean,
    incDec: boolean,
    forInit?: unknown,
  ): SyntaxNode;
  parseExprSubscripts(errors: unknown, forInit?: unknown): SyntaxNode;
  parseExprAtom(errors?: unknown, forInit?: unknown, forNew?: unknown): SyntaxNode;
  parseSubscripts(base: SyntaxNode, ...rest: readonly unknown[]): SyntaxNode;
  parseSubscript(base: SyntaxNode, ...rest: readonly unknown[]): SyntaxNode;
  parseProperty(isPattern: boolean, errors: unknown): SyntaxNode;
  parsePropertyName(property: { key?: SyntaxNode }): SyntaxNode;
  parseIdent(liberal?: boolean): SyntaxNode;
  buildBinary(
    start: number,
    at: unknown,
    left: SyntaxNode,
    right: SyntaxNode,
    operator: unknown,
    logical: boolean,
  ): SyntaxNode;
}

/** Acorn's parser as a class that can be extended. */
export const AcornParser = Parser as unknown as new (
  options: Options,
  input: string,
) => AcornParser;
