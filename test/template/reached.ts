import { join } from 'node:path';
import ts from 'typescript';
import { root } from '#infra/bundling.ts';
import { functions, indexes, type FunctionName } from '#infra/manifest/index.ts';

const entryOf = (name: FunctionName): string => join(root, functions[name].entry);

function compile(): ts.Program {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as {
    config: { compilerOptions: unknown };
  };
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
  return ts.createProgram((Object.keys(functions) as FunctionName[]).map(entryOf), options);
}

const program = compile();
const checker = program.getTypeChecker();
const indexNames: ReadonlySet<string> = new Set(indexes.map(({ name }) => name));

/** The right behind each command of the SDK we send; `Query` has a right for each index and one for the table. */
const rights: Readonly<Record<string, readonly string[]>> = {
  GetCommand: ['dynamodb:GetItem'],
  BatchGetCommand: ['dynamodb:BatchGetItem'],
  PutCommand: ['dynamodb:PutItem'],
  UpdateCommand: ['dynamodb:UpdateItem'],
  DeleteCommand: ['dynamodb:DeleteItem'],
  // A transaction needs the rights of its parts, which are found where they are written.
  TransactWriteCommand: [],
  StartExecutionCommand: ['states:StartExecution'],
  SendTaskSuccessCommand: ['states:SendTaskSuccess'],
  SendEmailCommand: ['ses:SendEmail'],
  GetSecretValueCommand: ['secretsmanager:GetSecretValue'],
};
const parts: Readonly<Record<string, string>> = {
  Put: 'dynamodb:PutItem',
  Update: 'dynamodb:UpdateItem',
  Delete: 'dynamodb:DeleteItem',
  ConditionCheck: 'dynamodb:ConditionCheckItem',
};

/** The rights behind each way to reach a file: what it does there, and which property names the object it does it to. */
const fileRights: Readonly<Record<string, readonly (readonly [action: string, key: string])[]>> = {
  PutObjectCommand: [['s3:PutObject', 'Key']],
  createPresignedPost: [['s3:PutObject', 'Key']],
  GetObjectCommand: [['s3:GetObject', 'Key']],
  HeadObjectCommand: [['s3:GetObject', 'Key']],
  CopyObjectCommand: [
    ['s3:GetObject', 'CopySource'],
    ['s3:PutObject', 'Key'],
  ],
  DeleteObjectCommand: [['s3:DeleteObject', 'Key']],
};
/** Without it S3 says that a file is forbidden where there is none. */
const tellsOfAbsence = /^(GetObject|HeadObject|CopyObject)Command$/;
/** Of letters and projects, which one port reaches by a key it is given; open data is named by its own. */
const filePrefixes = ['incoming', 'kept'];
const openPrefix = 'published';

/** The prefixes an object's key may begin with: the one whose function is called for it, or any. */
function prefixesOf(input: ts.Expression | undefined, key: string): readonly string[] {
  const properties = input && ts.isObjectLiteralExpression(input) ? input.properties : [];
  const text = properties.find(({ name }) => name?.getText() === key)?.getText() ?? '';
  const named = [...filePrefixes, openPrefix].filter((prefix) => new RegExp(`\\b${prefix}\\(`).test(text));
  return named.length > 0 ? named : filePrefixes;
}

/** Where ports are said, and what stands behind them. */
const isOfPorts = (fileName: string): boolean =>
  /\/core\/[\w-]+\/([\w-]+-)?ports\.ts$|\/functions\/adapters\//.test(fileName);

/** What ports and their parts are called: asking the compiler about every other name of the code would take ten times as long. */
const portNames: ReadonlySet<string> = new Set(
  program
    .getSourceFiles()
    .filter(({ fileName }) => isOfPorts(fileName))
    .flatMap(({ statements }) => statements.filter((one) => ts.isInterfaceDeclaration(one)))
    .flatMap(({ members }) => members.map(({ name }) => name?.getText() ?? '')),
);

const fileOf = (node: ts.Node): string => node.getSourceFile().fileName;
const ofSdk = (node: ts.Node): boolean => fileOf(node).includes('/node_modules/@aws-sdk/');

/** A port, or a method of one: what stands behind it runs when somebody asks for it by name, not where ports are put together. */
function isPort(node: ts.Node): boolean {
  if (!isOfPorts(fileOf(node)) || !(ts.isPropertySignature(node) || ts.isMethodSignature(node))) return false;
  const owner = node.parent;
  return (
    (ts.isInterfaceDeclaration(owner) && owner.name.text === 'Ports') ||
    checker.getTypeAtLocation(node).getCallSignatures().length > 0
  );
}

/** Where a name was declared, through imports and mapped types. */
function declarationsOf(symbol: ts.Symbol | undefined): readonly ts.Declaration[] {
  const isAlias = symbol !== undefined && (symbol.flags & ts.SymbolFlags.Alias) !== 0;
  return (isAlias ? checker.getAliasedSymbol(symbol) : symbol)?.declarations ?? [];
}

/** What a dynamic `import` gives: names of it are followed as those of a static one are. */
const isModule = ({ symbol }: ts.Type): boolean =>
  (symbol as ts.Symbol | undefined)?.declarations?.some(ts.isSourceFile) === true;
const isLoaded = (node: ts.Node): boolean => isModule(checker.getTypeAtLocation(node));

/** A function with a name, which runs only where the name stands. */
const isNamedFunction = (node: ts.Node): boolean =>
  ts.isFunctionDeclaration(node) ||
  (ts.isVariableDeclaration(node) &&
    node.initializer !== undefined &&
    (ts.isArrowFunction(node.initializer) || ts.isFunctionExpression(node.initializer)));

/** The variable a destructured name is a part of. */
function variableOf(declaration: ts.Node): ts.Node {
  let node = declaration;
  while (ts.isBindingElement(node) || ts.isObjectBindingPattern(node) || ts.isArrayBindingPattern(node))
    node = node.parent;
  return node;
}

/** What a property of an object literal is, by the type its place asks for. */
const contextual = (literal: ts.Node, name: string): readonly ts.Declaration[] => {
  const type = ts.isObjectLiteralExpression(literal) ? checker.getContextualType(literal) : undefined;
  return declarationsOf(type && checker.getPropertyOfType(type, name));
};

/**
 * The rights a function could use at all: its code is followed from the handler, name by name, through the ports to the
 * commands behind them. A branch counts as taken, so nothing it sends is missed; what no handler reaches is not counted.
 */
export class Reached {
  readonly rights = new Set<string>();
  private readonly entered = new Set<ts.Node>();
  private readonly asked = new Set<ts.Node>();
  private readonly waiting = new Map<ts.Node, ts.Node[]>();
  private readonly filters = new Set<string>();
  private readonly cases: { readonly filter: string; readonly clause: ts.Node }[] = [];

  constructor(name: FunctionName) {
    const source = program.getSourceFile(entryOf(name));
    if (!source) throw new Error(`${name} has no entry`);
    this.enter(source);
  }

  private enter(node: ts.Node): void {
    if (this.entered.has(node)) return;
    this.entered.add(node);
    ts.forEachChild(node, (child) => {
      this.visit(child);
    });
  }

  private visit(node: ts.Node): void {
    if (
      ts.isTypeNode(node) ||
      ts.isImportDeclaration(node) ||
      ts.isInterfaceDeclaration(node) ||
      ts.isTypeAliasDeclaration(node) ||
      isNamedFunction(node)
    )
      return;
    if (ts.isNewExpression(node)) this.note(node);
    if (ts.isCallExpression(node)) this.called(node);
    if (ts.isStringLiteral(node) && indexNames.has(node.text)) this.rights.add(`dynamodb:Query ${node.text}`);
    if (ts.isBindingElement(node)) this.taken(node);
    if (ts.isIdentifier(node)) this.named(node);
    if (ts.isObjectLiteralElementLike(node) && this.isPutOff(node)) return;
    if (ts.isCaseClause(node) && this.isUnfiltered(node)) return;
    this.enter(node);
  }

  /** A command of the SDK. */
  private note({ expression, arguments: given }: ts.NewExpression): void {
    const command = expression.getText();
    if (!command.endsWith('Command') || !declarationsOf(checker.getSymbolAtLocation(expression)).some(ofSdk)) return;
    if (command === 'QueryCommand') {
      const [input] = given ?? [];
      const onIndex =
        input &&
        ts.isObjectLiteralExpression(input) &&
        input.properties.some(({ name }) => name?.getText() === 'IndexName');
      if (!onIndex) this.rights.add('dynamodb:Query');
      return;
    }
    if (this.reachesFile(command, given?.[0])) return;
    const needed = rights[command];
    if (!needed) throw new Error(`No right is known for ${command}`);
    needed.forEach((right) => this.rights.add(right));
  }

  private reachesFile(call: string, input: ts.Expression | undefined): boolean {
    const needed = fileRights[call];
    for (const [action, key] of needed ?? [])
      for (const prefix of prefixesOf(input, key)) this.rights.add(`${action} ${prefix}`);
    if (tellsOfAbsence.test(call)) this.rights.add('s3:ListBucket');
    return needed !== undefined;
  }

  /** A name in the code: what it names may run; a port's method is asked for. */
  private named(identifier: ts.Identifier): void {
    const { parent } = identifier;
    if (
      ts.isPropertyAccessExpression(parent) &&
      parent.name === identifier &&
      !portNames.has(identifier.text) &&
      !isLoaded(parent.expression)
    )
      return;
    if (ts.isPropertyAssignment(parent) && parent.name === identifier) return;
    const symbol = ts.isShorthandPropertyAssignment(parent)
      ? checker.getShorthandAssignmentValueSymbol(parent)
      : checker.getSymbolAtLocation(identifier);
    this.reach(declarationsOf(symbol));
  }

  /** A part taken out of an object by its pattern. */
  private taken(element: ts.BindingElement): void {
    const name = (element.propertyName ?? element.name).getText();
    const from = checker.getTypeAtLocation(element.parent);
    if (portNames.has(name) || isModule(from)) this.reach(declarationsOf(checker.getPropertyOfType(from, name)));
  }

  private reach(declarations: readonly ts.Declaration[]): void {
    for (const declaration of declarations.map(variableOf)) {
      if (fileOf(declaration).includes('/node_modules/')) continue;
      if (
        ts.isVariableDeclaration(declaration) ||
        ts.isFunctionDeclaration(declaration) ||
        ts.isClassDeclaration(declaration)
      )
        this.enter(declaration);
      if (isPort(declaration)) this.ask(declaration);
    }
  }

  private ask(port: ts.Node): void {
    this.asked.add(port);
    const behind = this.waiting.get(port) ?? [];
    this.waiting.delete(port);
    behind.forEach((node) => {
      this.enter(node);
    });
  }

  /** A port's part is put off until somebody asks for it; a transaction's part is noted. */
  private isPutOff(element: ts.ObjectLiteralElementLike): boolean {
    if (element.name === undefined || !ts.isIdentifier(element.name)) return false;
    const part = parts[element.name.text];
    if (part === undefined && !portNames.has(element.name.text)) return false;
    const meant = contextual(element.parent, element.name.text);
    if (part !== undefined && meant.some(ofSdk)) this.rights.add(part);
    const ports = meant.filter(isPort);
    if (ports.length === 0 || ports.some((port) => this.asked.has(port))) return false;
    ports.forEach((port) => {
      this.waiting.set(port, [...(this.waiting.get(port) ?? []), element]);
    });
    return true;
  }

  /** A form that is signed for a browser needs the right that the browser uses. */
  private called(call: ts.CallExpression): void {
    const name = call.expression.getText();
    if (name === 'createPresignedPost' && declarationsOf(checker.getSymbolAtLocation(call.expression)).some(ofSdk))
      this.reachesFile(name, call.arguments[1]);
    this.filtered(call);
  }

  /** Which filters a list of projects is asked for here: the types know, also where the filter only passes through. */
  private filtered({ expression, arguments: given }: ts.CallExpression): void {
    if (!ts.isPropertyAccessExpression(expression) || expression.name.text !== 'list') return;
    if (!declarationsOf(checker.getSymbolAtLocation(expression)).some(isPort)) return;
    for (const argument of given) {
      const by = checker.getTypeAtLocation(argument).getProperty('by');
      const type = by && checker.getTypeOfSymbolAtLocation(by, argument);
      for (const one of type?.isUnion() ? type.types : type ? [type] : [])
        if (one.isStringLiteral()) this.filters.add(one.value);
    }
    for (const { filter, clause } of this.cases) if (this.filters.has(filter)) this.enter(clause);
  }

  /** A list's index lies in the case of its filter. */
  private isUnfiltered(clause: ts.CaseClause): boolean {
    const { expression: subject } = clause.parent.parent;
    if (!ts.isStringLiteral(clause.expression) || !ts.isPropertyAccessExpression(subject) || subject.name.text !== 'by')
      return false;
    if (!declarationsOf(checker.getSymbolAtLocation(subject)).some((one) => isOfPorts(fileOf(one)))) return false;
    const filter = clause.expression.text;
    this.cases.push({ filter, clause });
    return !this.filters.has(filter);
  }
}
