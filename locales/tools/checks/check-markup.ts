import type { TextInPlace } from './text-in-place.ts';

/** Bold, headings and lists as the widget knows them; HTML is text. */
export function checkMarkup({ text, key, say }: TextInPlace): void {
  if (key === 'keywords') return;
  const html = /<\/?[A-Za-z][^<>]{0,200}>|<!--|&(#\d+|#x[\da-f]+|[a-z]{2,8});/i.exec(text);
  if (html) {
    say(
      'error',
      'html',
      `HTML is shown as text: patients would read ${html[0].slice(0, 40)}. Use **bold**, lists with - and links by name instead.`,
      html.index,
    );
  }
  for (const [index, line] of linesWithIndex(text)) {
    const stars = [...line.matchAll(/\*\*/g)];
    const last = stars.at(-1);
    if (stars.length % 2 && last) {
      say(
        'error',
        'bold',
        '** is opened but not closed in this paragraph. Put ** before and after the bold words.',
        index + last.index,
      );
    } else {
      for (const { index: at, 1: words = '' } of line.matchAll(/\*\*(.*?)\*\*/g)) {
        if (!words.trim())
          say('error', 'bold', 'there are no words between ** and **. Delete the stars.', index + at);
        else if (words !== words.trim())
          say(
            'warning',
            'bold',
            'there is a space between ** and the bold words. Delete the space.',
            index + at,
          );
      }
    }
    const single = /(^|[^*\w])\*[^*\s][^*]*[^*\s]\*(?!\*)|(^|\s)__?[^_\s][^_]*__?(?=\s|$)/.exec(line);
    if (single)
      say(
        'warning',
        'italic',
        'single * and _ are shown as they are. Use **bold**, or delete them.',
        index + single.index,
      );
    const heading = /^(#|#{3,})\s|^##(?=\S)/.exec(line);
    if (heading) say('warning', 'heading', 'a heading starts with ## and a space.', index);
    const list = /^\s*[-*•](?=[^\s*-])|^\s*•\s/.exec(line);
    if (list) say('warning', 'list', 'an item of a list starts with - and a space.', index);
  }
  if (/`|^>\s|^\|.*\|$/m.test(text))
    say(
      'warning',
      'markdown',
      'code, quotes and tables are not known to the widget; their signs are shown as they are.',
    );
}

function* linesWithIndex(text: string): Generator<[index: number, line: string]> {
  let index = 0;
  for (const line of text.split('\n')) {
    yield [index, line];
    index += line.length + 1;
  }
}
