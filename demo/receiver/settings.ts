import { randomInt } from 'node:crypto';
import { isIP } from 'node:net';
import type { SignOn } from './inbox/sign-on.ts';
import { type AllowedOrigins, isLoopbackHost } from './origins.ts';

export interface Settings {
  host: string;
  port: number;
  dataDir: string;
  databaseUrl: string | undefined;
  password: string;
  /** Made up at this start, so it has to be shown. */
  passwordMade: boolean;
  allowedOrigins: AllowedOrigins;
  rateLimit: number;
  trustedProxies: number;
  /** Other origins the demonstration pages may talk to. */
  widgetOrigins: readonly string[];
  loopback: boolean;
  hospitalFile: string | undefined;
  signOn: SignOn | undefined;
  /** Days a form is kept, where not as long as `keptForDays` in `hospital.json` says. */
  keptByForm: Readonly<Record<string, number>>;
  /** Days the log of what staff did is kept. */
  auditKeptForDays: number;
}

/** What the environment asks for cannot be done; the message says what to write instead. */
export class SettingsError extends Error {
  override name = 'SettingsError';
}

/**
 * Reads the environment.
 * @throws SettingsError
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const host = env.HOST || '127.0.0.1';
  const loopback = isLoopbackHost(host);
  const signOn = readSignOn(env.SIGN_ON_HEADER, env.SIGN_ON_FROM);
  if (!loopback && !env.INBOX_PASSWORD && !signOn) {
    throw new SettingsError(
      `HOST=${host} can be reached from other machines, and the inbox has no password. Set INBOX_PASSWORD, or leave HOST out.`,
    );
  }
  if (env.DATABASE_URL && !/^postgres(ql)?:\/\//.test(env.DATABASE_URL)) {
    throw new SettingsError(
      'DATABASE_URL has to begin with postgres://. Leave it out for the embedded database.',
    );
  }
  const origins = readOrigins('ALLOWED_ORIGINS', env.ALLOWED_ORIGINS);
  return {
    host,
    port: readNumber('PORT', env.PORT, 8080, 65_535),
    dataDir: env.DATA_DIR || 'data',
    databaseUrl: env.DATABASE_URL || undefined,
    password: env.INBOX_PASSWORD || madePassword(),
    passwordMade: !env.INBOX_PASSWORD,
    allowedOrigins: origins.length > 0 || !loopback ? origins : 'loopback',
    rateLimit: readNumber('RATE_LIMIT', env.RATE_LIMIT, 60, 1_000_000),
    trustedProxies: readNumber('TRUSTED_PROXIES', env.TRUSTED_PROXIES, 0, 10),
    widgetOrigins: readOrigins('WIDGET_ORIGIN', env.WIDGET_ORIGIN),
    loopback,
    hospitalFile: env.HOSPITAL_FILE || undefined,
    signOn,
    keptByForm: readDays(env.KEPT_FOR_DAYS),
    // Six years: what HIPAA asks of records of this kind (45 CFR 164.316(b)(2)).
    auditKeptForDays: readNumber('AUDIT_KEPT_FOR_DAYS', env.AUDIT_KEPT_FOR_DAYS, 2190, 36_500),
  };
}

function readNumber(name: string, value: string | undefined, otherwise: number, most: number): number {
  if (!value) return otherwise;
  const number = Number(value);
  if (!/^\d+$/.test(value) || number > most) {
    throw new SettingsError(`${name} has to be a whole number from 0 to ${most}.`);
  }
  return number;
}

function readSignOn(header: string | undefined, from: string | undefined): SignOn | undefined {
  if (!header) return undefined;
  if (!/^[a-z][a-z0-9-]{1,60}$/i.test(header) || /^(cookie|host|origin|authorization)$/i.test(header)) {
    throw new SettingsError('SIGN_ON_HEADER has to be the name of a header, such as X-Remote-User.');
  }
  const addresses = (from || '127.0.0.1,::1').split(',').map((address) => address.trim());
  if (!addresses.every((address) => isIP(address))) {
    throw new SettingsError(
      'SIGN_ON_FROM has to hold the addresses of your proxy, such as 10.0.0.5, with commas between them.',
    );
  }
  return { header: header.toLowerCase(), from: addresses };
}

/** `contact=1500, feedback=30` */
function readDays(value: string | undefined): Record<string, number> {
  const parts = (value ?? '').split(',').map((part) => part.trim());
  return Object.fromEntries(
    parts.filter(Boolean).map((part) => {
      const [, form = '', days = ''] = /^([a-z0-9-]+)\s*=\s*(\d{1,5})$/.exec(part) ?? [];
      if (!form || days === '0') {
        throw new SettingsError('KEPT_FOR_DAYS has to be forms and days, such as contact=1500, feedback=30.');
      }
      return [form, Number(days)];
    }),
  );
}

function readOrigins(name: string, value: string | undefined): string[] {
  const origins = (value ?? '').split(',').map((origin) => origin.trim());
  return origins.filter(Boolean).map((origin) => {
    const url = URL.canParse(origin) ? new URL(origin) : undefined;
    if (!url || !/^https?:$/.test(url.protocol) || url.origin !== origin.replace(/\/$/, '')) {
      throw new SettingsError(
        `${name} has to hold origins such as https://hospital.example, with commas between them.`,
      );
    }
    return url.origin;
  });
}

/** Twelve letters and digits, 59 bits; easy to copy, without look-alikes. */
function madePassword(): string {
  const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';
  const letters = Array.from({ length: 12 }, () => alphabet.charAt(randomInt(alphabet.length)));
  return [0, 4, 8].map((start) => letters.slice(start, start + 4).join('')).join('-');
}
