/** A name as people search for it: no case, no marks, Arabic letters without their seats. */
export function foldName(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0610-\u061a\u0640\u064b-\u065f\u0670]/g, '')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/[’‘ʼʻ`´']/g, '')
    .toLowerCase();
}
