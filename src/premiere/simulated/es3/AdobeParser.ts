import { randomBytes } from 'node:crypto';
import { tokTypes, type TokenType } from 'acorn';
import { AcornParser, type OpenNode, type SyntaxNode } from './acornInternals';
import { adobeErrorText, DialectError } from './adobeErrors';
import { SourceEdits } from './SourceEdits';

/** A script that knew the names below could put itself in their place. */
const prefix = `slateflow_${randomBytes(8).toString('hex')}_`;

/** Names through which rewritten sources reach the context's own helpers. */
export const hiddenNames = {
  /** `eval` when it is not called by that name. */
  evaluate: `${prefix}evaluate`,
  /** The text handed to a direct `eval`, in the engine's own language. */
  evalText: `${prefix}evalText`,
  /** A caught error, told in ExtendScript's words. */
  caught: `${prefix}caught`,
  /** The values that `for each` walks. */
  valuesOf: `${prefix}valuesOf`,
} as const;

/** Stands where `for each` said its second word. */
export const hiddenEach = '/*each*/';

/** Refused as names and as unquoted keys, taken after a dot (asked of Adobe's own parser). */
const reservedWords = new Set(
  (
    'break case catch continue debugger default delete do else false finally for function if in ' +
    'instanceof new null return switch this throw true try typeof var void while with const abstract ' +
    'boolean byte char class double enum export extends final float goto implements import int ' +
    'interface long native package private protected public short static super synchronized throws ' +
    'transient volatile'
  ).split(' '),
);

/**
 * How tightly operators bind: `||` and `&&` alike, and `|`, `^`, `&` alike, each from left to right
 * (seen in what Adobe's own compiler makes of them).
 */
const bindings = new Map<TokenType, number>([
  [tokTypes.logicalOR, 1],
  [tokTypes.logicalAND, 1],
  [tokTypes.bitwiseOR, 3],
  [tokTypes.bitwiseXOR, 3],
  [tokTypes.bitwiseAND, 3],
]);

/** Acorn's words for what ExtendScript counts; anything else is a plain syntax error. */
const raisedByAcorn: readonly (readonly [RegExp, number])[] = [
  [/^Unterminated string/, 4],
  [/^Unterminated comment/, 5],
  [/^'return' outside/, 30],
  [/^Unsyntactic/, 10],
  [/^Assigning to|^Binding/, 3],
  [/^Identifier directly after number/, 25],
  [/^Expected number|^Invalid number/, 6],
  [/^Missing catch/, 15],
  [/^Multiple default/, 39],
];

/** Where the left operand is, how tightly the operator has to bind at least, whether in a `for`. */
type Precedence = [at: unknown, least: number, forInit?: unknown];

/**
 * Reads ExtendScript as Adobe's parser does and notes what has to be written otherwise, so that an
 * engine of today understands it in the same way. Lines are never moved.
 */
export class AdobeParser extends AcornParser {
  readonly edits = new SourceEdits();
  /** Inside the middle operand of a conditional, where no other stands without parentheses. */
  private isMiddle = false;
  private eachAt = -1;
  private readonly evals = new Set<SyntaxNode>();

  constructor(source: string) {
    super({ ecmaVersion: 3, allowReserved: true }, source);
    this.keywords = new RegExp(this.keywords.source.replace(')$', '|const)$'));
  }

  /** Reads all of the source. @throws DialectError */
  readAll(): void {
    this.parse();
    for (const { start, end } of this.evals) this.edits.replace(start, end, hiddenNames.evaluate);
  }

  override raise(position: number, message: string): never {
    const [, number = 8] = raisedByAcorn.find(([pattern]) => pattern.test(message)) ?? [];
    this.refuse(number, { about: ';', position });
  }

  override unexpected(): never {
    const { keyword } = this.type;
    if (this.type === tokTypes._catch || this.type === tokTypes._finally) this.refuse(16);
    if (keyword !== undefined) this.refuse(9, { about: keyword });
    this.refuse(23, { about: this.input.slice(this.start, this.end) });
  }

  override expect(type: TokenType): void {
    if (!this.eat(type)) this.refuse(25, { about: type.label });
  }

  override semicolon(): void {
    if (!this.eat(tokTypes.semi) && !this.insertSemicolon()) this.refuse(25, { about: ';' });
  }

  override checkUnreserved({ name = '', start }: SyntaxNode): void {
    if (reservedWords.has(name)) this.refuse(9, { about: name, position: start });
  }

  override getTokenFromCode(code: number): void {
    if (code === 64) this.refuse(7, { about: 'E4X' });
    super.getTokenFromCode(code);
  }

  override readWord(): void {
    super.readWord();
    if (this.type !== tokTypes._for) return;
    const each = /\s+each(?=\s*\()/y;
    each.lastIndex = this.pos;
    const [text] = each.exec(this.input) ?? [];
    if (text === undefined) return;
    this.edits.replace(this.pos, this.pos + text.length, text.replace('each', hiddenEach));
    this.pos += text.length;
    this.eachAt = this.start;
  }

  override readToken_slash(): void {
    const isAssignment = this.input.charCodeAt(this.pos + 1) === 61;
    if (this.exprAllowed && isAssignment) this.refuse(23, { about: '/=', position: this.pos });
    super.readToken_slash();
  }

  /** ExtendScript ends a regular expression at the first slash, also inside a class. */
  override readRegexp(): void {
    const literal = /((?:\\[^\r\n]|[^\\/\r\n])+)\/([gim]*)(?![\w$])/y;
    literal.lastIndex = this.pos;
    const [text = '', pattern = '', flags = ''] = literal.exec(this.input) ?? [];
    if (text === '') this.refuse(8, { position: this.pos });
    this.edits.regularExpression({
      start: this.pos - 1,
      end: this.pos + text.length,
      pattern,
      flags,
    });
    this.pos += text.length;
    this.finishToken(tokTypes.regexp, { pattern, flags, value: null });
  }

  override parseStatement(context: unknown, topLevel?: boolean, exported?: unknown): SyntaxNode {
    if (this.type === tokTypes.eof) this.refuse(14);
    if (this.type === tokTypes.braceR) this.refuse(13);
    // A constant may be the only statement of an `if`.
    const isConstant = this.type === tokTypes._const;
    const node = super.parseStatement(isConstant ? null : context, topLevel, exported);
    const said = node.expression;
    // ExtendScript knows no strict mode: the words are a text like any other.
    if (said?.type === 'Literal' && said.value === 'use strict') {
      this.edits.wrap(said.start, said.end, ['(', ')']);
    }
    return node;
  }

  override parseVarStatement(node: OpenNode, kind: string): SyntaxNode {
    if (kind === 'const') this.edits.replace(this.start, this.end, 'var  ');
    return super.parseVarStatement(node, 'var');
  }

  override parseBindingAtom(): SyntaxNode {
    if (this.type !== tokTypes.name && this.type.keyword === undefined) this.refuse(17);
    return super.parseBindingAtom();
  }

  override parseTryStatement(node: OpenNode): SyntaxNode {
    const statement = super.parseTryStatement(node);
    const { param, body } = statement.handler ?? {};
    if (param?.name !== undefined && body) {
      this.edits.insert(body.start + 1, `if(${hiddenNames.caught}(${param.name}));`);
    }
    return statement;
  }

  override parseForIn(node: OpenNode, init: SyntaxNode): SyntaxNode {
    const isEach = this.eachAt >= 0;
    this.eachAt = -1;
    const { start, end } = this;
    const loop = super.parseForIn(node, init);
    if (isEach && loop.body) {
      this.edits.replace(start, end, `of ${hiddenNames.valuesOf}((`);
      this.edits.insert(this.input.lastIndexOf(')', loop.body.start - 1), '))');
    }
    return loop;
  }

  /** `a ? b : c ? d : e` is `(a ? b : c) ? d : e`; in the middle stands no other. */
  override parseMaybeConditional(forInit?: unknown, errors?: unknown): SyntaxNode {
    const { start, isMiddle } = this;
    let expression = this.parseExprOps(forInit, errors);
    for (let isFirst = true; !isMiddle && this.type === tokTypes.question; isFirst = false) {
      if (!isFirst) this.edits.wrap(start, this.lastTokEnd, ['(', ')']);
      this.next();
      const conditional = this.startNodeAt(start);
      this.isMiddle = true;
      this.parseMaybeAssign();
      this.expect(tokTypes.colon);
      this.parseMaybeAssign(forInit);
      this.isMiddle = false;
      expression = this.finishNode(conditional, 'ConditionalExpression');
    }
    return expression;
  }

  /** What is assigned in the middle may be a conditional again. */
  override parseMaybeAssign(forInit?: unknown, errors?: unknown): SyntaxNode {
    const { isMiddle } = this;
    if (this.input[this.lastTokEnd - 1] === '=') this.isMiddle = false;
    const expression = super.parseMaybeAssign(forInit, errors);
    this.isMiddle = isMiddle;
    return expression;
  }

  override parseExprOp(left: SyntaxNode, start: number, ...rest: Precedence): SyntaxNode {
    const [at, least, forInit] = rest;
    const binding = this.bindingHere(forInit);
    if (binding === null || binding <= least) return left;
    const { type, value } = this;
    const isLogical = bindings.get(type) === 1;
    this.next();
    const rightStart = this.start;
    const operand = this.parseMaybeUnary(null, false, false, forInit);
    const right = this.parseExprOp(operand, rightStart, at, binding, forInit);
    const node = this.buildBinary(start, at, left, right, value, isLogical);
    const next = bindings.get(this.type);
    if (next !== undefined && next === bindings.get(type) && this.type !== type) {
      this.edits.wrap(start, this.lastTokEnd, ['(', ')']);
    }
    return this.parseExprOp(node, start, at, least, forInit);
  }

  override parseExprSubscripts(errors: unknown, forInit?: unknown): SyntaxNode {
    const { isMiddle } = this;
    this.isMiddle = false;
    const expression = super.parseExprSubscripts(errors, forInit);
    this.isMiddle = isMiddle;
    return expression;
  }

  override parseExprAtom(errors?: unknown, forInit?: unknown, forNew?: unknown): SyntaxNode {
    if (this.type === tokTypes.relational && this.value === '<') this.refuse(7, { about: 'E4X' });
    const atom = super.parseExprAtom(errors, forInit, forNew);
    if (atom.type === 'Identifier' && atom.name === 'eval') this.evals.add(atom);
    return atom;
  }

  override parseSubscript(base: SyntaxNode, ...rest: readonly unknown[]): SyntaxNode {
    const node = super.parseSubscript(base, ...rest);
    const isDirect = node.type === 'CallExpression' && node.callee?.start === node.start;
    if (isDirect && this.evals.delete(node.callee)) {
      const [text] = node.arguments ?? [];
      if (text) this.edits.wrap(text.start, text.end, [`${hiddenNames.evalText}((`, '))']);
    }
    return node;
  }

  override parsePropertyName(property: { key?: SyntaxNode }): SyntaxNode {
    const isName = this.type === tokTypes.name || this.type.keyword !== undefined;
    const isText = this.type === tokTypes.num || this.type === tokTypes.string;
    if (!isName && !isText) this.refuse(17);
    const key = isText ? this.parseExprAtom() : this.parseIdent(false);
    property.key = key;
    return key;
  }

  /** A comma may trail, and there are no getters. */
  parseObj(): SyntaxNode {
    const node = Object.assign(this.startNode(), { properties: [] as SyntaxNode[] });
    this.next();
    while (!this.eat(tokTypes.braceR)) {
      const property = this.startNode();
      this.parsePropertyName(property);
      this.expect(tokTypes.colon);
      this.parseMaybeAssign();
      node.properties.push(this.finishNode(property, 'Property'));
      if (this.type !== tokTypes.braceR) this.expect(tokTypes.comma);
    }
    return this.finishNode(node, 'ObjectExpression');
  }

  private bindingHere(forInit: unknown): number | null {
    const { type } = this;
    if (forInit !== undefined && forInit !== false && type === tokTypes._in) return null;
    return bindings.get(type) ?? type.binop;
  }

  private refuse(number: number, { about = '', position = this.start } = {}): never {
    const line = this.input.slice(0, position).split(/\r\n|[\r\n\u2028\u2029]/).length;
    throw new DialectError(number, adobeErrorText(number, about), { line });
  }
}
