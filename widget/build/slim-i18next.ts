import type { Plugin } from 'vite';

/**
 * Parts of i18next that the widget never calls: loading over the network, formatting and nesting inside texts (texts
 * are facts and Markdown, see decision 2), cloning, its own language detection, and its log. They are methods, so no
 * bundler can leave them out. Here their bodies are emptied: 3 kB of the 30 that the first screen may cost.
 */
const unused: Readonly<Record<string, readonly string[]>> = {
  EventEmitter: ['on', 'off', 'once', 'emit'],
  Connector: ['queueLoad', 'loaded', 'read', 'prepareLoading', 'load', 'reload', 'loadOne', 'saveMissing'],
  Formatter: ['constructor', 'add', 'addCached', 'format'],
  I18n: [
    'reloadResources',
    'use',
    'hydrate',
    'getFixedT',
    'setDefaultNamespace',
    'hasLoadedNamespace',
    'loadNamespaces',
    'loadLanguages',
    'dir',
    'cloneInstance',
    'toJSON',
  ],
  Interpolator: ['nest'],
  LanguageUtil: ['getBestMatchFromCodes'],
  Logger: ['log', 'warn', 'error', 'forward', 'deprecate', 'once', 'clone'],
  PluralResolver: ['getPluralFormsOfKey', 'getSuffixes'],
  ResourceStore: [
    'removeNamespaces',
    'addResource',
    'addResources',
    'removeResourceBundle',
    'getDataByLanguage',
    'hasLanguageSomeTranslations',
    'toJSON',
  ],
  Translator: ['getUsedParamsDetails'],
};

interface Range {
  start: number;
  end: number;
}

interface Node {
  type: string;
  start: number;
  end: number;
  [key: string]: unknown;
}

/**
 * @throws when a new i18next has no such class or method: then look at what changed, and at the tests of
 * `language/translate.ts`, before changing the list
 */
export function slimI18next(): Plugin {
  return {
    name: 'slim-i18next',
    transform(code, id) {
      if (!/node_modules\/i18next\/.*i18next\.js$/.test(id)) return undefined;
      const cuts: Range[] = [];
      const found = new Set<string>();
      for (const node of this.parse(code).body as unknown as Node[]) {
        const name = node.type === 'ClassDeclaration' ? (node.id as { name: string }).name : '';
        const methods = unused[name];
        if (!methods) continue;
        for (const member of (node.body as { body: Node[] }).body) {
          const method = (member.key as { name?: string } | undefined)?.name ?? '';
          if (member.type !== 'MethodDefinition' || !methods.includes(method)) continue;
          found.add(`${name}.${method}`);
          cuts.push((member.value as { body: Node }).body);
        }
      }
      const logs = statementsThatLog(this.parse(code));
      if (logs.length < 10)
        throw new Error('i18next no longer logs as it did: see widget/build/slim-i18next.ts');
      const inside = (a: Range, b: Range): boolean => a !== b && a.start >= b.start && a.end <= b.end;
      const all = [...cuts, ...logs].filter((cut, _, every) => !every.some((other) => inside(cut, other)));
      const wanted = Object.entries(unused).flatMap(([name, list]) =>
        list.map((method) => `${name}.${method}`),
      );
      const missing = wanted.filter((method) => !found.has(method));
      if (missing.length)
        throw new Error(`i18next has no ${missing.join(', ')}: see widget/build/slim-i18next.ts`);
      let slim = code;
      for (const { start, end } of all.sort((a, b) => b.start - a.start)) {
        slim = `${slim.slice(0, start)}{}${slim.slice(end)}`;
      }
      return { code: slim, map: null };
    },
  };
}

/** `this.logger.warn('…')` as a statement of its own: texts for developers that no patient needs to download. */
function statementsThatLog(tree: unknown): Range[] {
  const found: Range[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) {
      for (const item of value) visit(item);
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    const node = value as Node;
    if (node.type === 'ExpressionStatement' && isLog(node.expression as Node)) found.push(node);
    else for (const key of Object.keys(node)) visit(node[key]);
  };
  visit(tree);
  return found;
}

function isLog(expression: Node): boolean {
  if (expression.type !== 'CallExpression') return false;
  const { object, property } = expression.callee as { object?: Node; property?: { name?: string } };
  const logger =
    (object?.property as { name?: string } | undefined)?.name ?? (object?.name as string | undefined);
  return (
    /^(logger|baseLogger)$/.test(logger ?? '') &&
    /^(warn|log|error|deprecate|once)$/.test(property?.name ?? '')
  );
}
