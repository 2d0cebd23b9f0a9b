import type { Office, OfficeList } from '../contract/form.ts';

/** More than anyone reads in need. */
const most = 12;

const phone = /^\+?[\d ()-]{2,30}$/;
const parts: Readonly<Record<Exclude<keyof Office, 'id'>, RegExp>> = {
  phone,
  text: phone,
  videophone: phone,
  tty: phone,
  website: /^https:\/\/[^\s\\/][^\s\\]{0,300}$/,
  address: /^.{1,300}$/,
};

/**
 * The offices of a list in a region file, in its order. Never throws: a part that is not written right is left out, and an
 * office that cannot be reached by any part is, too.
 * @param region `regions/<cc>.json` as parsed JSON
 */
export function officesOf(region: unknown, list: OfficeList): readonly Office[] {
  const found: unknown = isObject(region) ? region[list] : undefined;
  if (!Array.isArray(found)) return [];
  return found.slice(0, most).flatMap((item: unknown) => {
    if (!isObject(item) || typeof item.id !== 'string' || !/^[a-z0-9-]{1,64}$/.test(item.id)) return [];
    const given = Object.entries(parts).filter(([part, right]) => {
      const value = item[part];
      return typeof value === 'string' && right.test(value);
    });
    const office = Object.fromEntries(given.map(([part]) => [part, item[part]]));
    return given.length ? [{ ...office, id: item.id } as Office] : [];
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
