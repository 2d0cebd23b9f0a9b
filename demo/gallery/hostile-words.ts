/** A word nobody can break at a space, and short enough to be accepted. */
const longWord = 'Donaudampfschifffahrtsgesellschaft'.repeat(40);

/**
 * What a careless or hostile editor might leave in `ui.json`: ids gone, texts that are no text, HTML, a word as long as
 * a page, a text longer than any file may hold, and keys that reach for a prototype.
 * @param text a whole `ui.json`
 * @returns JSON again: its mistakes are in what it says
 */
export function withHostileWords(text: string): string {
  const words = JSON.parse(text) as Record<string, Record<string, unknown>>;
  const { panel, emergency, home, search } = words;
  if (!panel || !emergency || !home || !search) throw new Error('This is not ui.json');
  delete emergency.question;
  delete panel.close;
  delete home.questions;
  home.title = '<img src="x" onerror="document.title=\'broken in\'"><b>Help</b>';
  home['interpreter-hint'] = longWord;
  home.interpreter = 42;
  home.talk = 'x'.repeat(20_000);
  home['NOT AN ID'] = 'Never shown';
  search.button = null;
  search.label = { deeper: 'A branch where a text belongs' };
  words.easy = ['a', 'list'] as unknown as Record<string, unknown>;
  return JSON.stringify(words).replace(
    '{',
    '{"__proto__":{"polluted":"yes"},"constructor":{"prototype":{"polluted":"yes"}},',
  );
}
