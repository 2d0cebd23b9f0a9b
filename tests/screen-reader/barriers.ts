import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A mistake that many widgets make, put into this one. */
export interface Barrier {
  title: string;
  /** The journey on which somebody who listens meets it first. */
  journey: string;
  file: string;
  from: string;
  to: string;
}

export const barriers: readonly Barrier[] = [
  {
    title: 'a heading that does not take the focus',
    journey: 'open-and-close',
    file: 'widget/panel/start-panel.tsx',
    from: 'target.focus({ preventScroll: scroll > 0 });',
    to: '',
  },
  {
    title: 'a live region that comes together with its text',
    journey: 'search',
    file: 'widget/parts/announcer.ts',
    from: 'region.textContent = last;',
    to: 'const late = region.cloneNode() as HTMLElement; late.textContent = last; region.before(late); region.remove();',
  },
  {
    title: 'an error that is not linked to its field',
    journey: 'interpreter-request',
    file: 'widget/screens/form/question.tsx',
    from: "error: error ? ids.error(field.id) : '',",
    to: "error: '',",
  },
  {
    title: 'a label on the other side of the shadow boundary',
    journey: 'interpreter-request',
    file: 'widget/screens/form/question.tsx',
    from: 'forId ? <label for={forId}>{content}</label> : content;',
    to: `forId ? (
      <span
        ref={(words: HTMLElement | null) => {
          const label = document.createElement('label');
          label.htmlFor = forId;
          label.textContent = words?.textContent ?? '';
          document.body.append(label);
        }}
      >
        {content}
      </span>
    ) : (
      content
    );`,
  },
  {
    title: 'a language that is not marked',
    journey: 'language',
    file: 'widget/screens/home/home.tsx',
    from: 'lang={tag}',
    to: '',
  },
  {
    title: 'an announcement made twice',
    journey: 'search',
    file: 'widget/parts/announcer.ts',
    from: 'queue.push({ text, lang });',
    to: 'queue.push({ text, lang }, { text, lang });',
  },
];

/**
 * Builds the widget with a barrier in it, from a copy.
 * @returns the folder of the built files, with a trailing slash
 * @throws when the source does not hold the text to replace, once
 */
export async function buildWith({ file, from, to }: Barrier): Promise<string> {
  const copy = `${root}node_modules/.cache/health-help-barrier/`;
  await rm(copy, { recursive: true, force: true });
  await mkdir(copy, { recursive: true });
  for (const part of [
    'widget',
    'locales',
    'package.json',
    'tsconfig.json',
    'vite.config.ts',
    'tests/chromium.ts',
  ])
    await cp(root + part, copy + part, { recursive: true });
  await symlink(`${root}node_modules`, `${copy}node_modules`);
  const source = await readFile(copy + file, 'utf8');
  if (source.split(from).length !== 2) throw new Error(`${file} does not hold this once: ${from}`);
  await writeFile(
    copy + file,
    source.replace(from, () => to),
  );
  await promisify(execFile)('npx', ['--no-install', 'tsx', 'widget/build/build.ts'], { cwd: copy });
  return `${copy}dist/`;
}
