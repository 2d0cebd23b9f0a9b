import { describe, expect, it } from 'vitest';
import { isAllowedOrigin } from '../../demo/receiver/origins.ts';
import { readSettings, SettingsError } from '../../demo/receiver/settings.ts';

describe('starting the demonstration', () => {
  it('without any setting it is reachable from this machine only, with a password made for it', () => {
    const settings = readSettings({});
    expect(settings).toMatchObject({
      host: '127.0.0.1',
      port: 8080,
      rateLimit: 60,
      allowedOrigins: 'loopback',
      passwordMade: true,
      databaseUrl: undefined,
    });
    expect(settings.password).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/);
    expect(readSettings({}).password).not.toBe(settings.password);
  });

  it('it does not open the inbox to other machines without a password', () => {
    for (const HOST of ['0.0.0.0', '::', '192.168.1.5', 'hospital.example']) {
      expect(() => readSettings({ HOST })).toThrow(/INBOX_PASSWORD/);
      expect(readSettings({ HOST, INBOX_PASSWORD: 'correct horse battery' }).allowedOrigins).toEqual([]);
    }
    for (const HOST of ['127.0.0.1', '127.0.0.2', '::1', 'localhost'])
      expect(readSettings({ HOST }).loopback).toBe(true);
  });

  it.each([
    { PORT: 'eighty' },
    { PORT: '70000' },
    { RATE_LIMIT: '-1' },
    { DATABASE_URL: 'mysql://x' },
    { ALLOWED_ORIGINS: '*' },
    { ALLOWED_ORIGINS: 'https://hospital.example/path' },
    { WIDGET_ORIGIN: "'unsafe-inline'" },
    { SIGN_ON_HEADER: 'X Remote User' },
    { SIGN_ON_HEADER: 'Cookie' },
    { SIGN_ON_FROM: 'proxy.example', SIGN_ON_HEADER: 'X-Remote-User' },
    { KEPT_FOR_DAYS: 'contact=0' },
    { KEPT_FOR_DAYS: 'contact' },
    { AUDIT_KEPT_FOR_DAYS: 'always' },
  ])('a mistake in %j is named', (env) => {
    expect(() => readSettings(env)).toThrow(SettingsError);
    expect(() => readSettings(env)).toThrow(Object.keys(env)[0]);
  });

  it("the hospital's own sign-on is off until a header is named, and then believed from this machine only", () => {
    expect(readSettings({}).signOn).toBeUndefined();
    expect(readSettings({ SIGN_ON_FROM: '10.0.0.5' }).signOn).toBeUndefined();
    expect(readSettings({ SIGN_ON_HEADER: 'X-Remote-User' }).signOn).toEqual({
      header: 'x-remote-user',
      from: ['127.0.0.1', '::1'],
    });
    const elsewhere = { SIGN_ON_HEADER: 'X-Remote-User', SIGN_ON_FROM: '10.0.0.5, fd00::5' };
    expect(readSettings(elsewhere).signOn?.from).toEqual(['10.0.0.5', 'fd00::5']);
    // Then no password is needed, and none opens the inbox.
    expect(() => readSettings({ ...elsewhere, HOST: '0.0.0.0' })).not.toThrow();
  });

  it('forms can be kept for a time of their own', () => {
    expect(readSettings({}).keptByForm).toEqual({});
    expect(readSettings({ KEPT_FOR_DAYS: 'contact=1500, feedback=30' }).keptByForm).toEqual({
      contact: 1500,
      feedback: 30,
    });
    expect(readSettings({}).auditKeptForDays).toBe(2190);
  });

  it('lists of pages are read as origins', () => {
    expect(
      readSettings({ ALLOWED_ORIGINS: 'https://a.example, https://b.example:8443/' }).allowedOrigins,
    ).toEqual(['https://a.example', 'https://b.example:8443']);
  });

  it('on this machine any port may send, and nothing that only looks like this machine', () => {
    for (const origin of ['http://localhost:3000', 'http://127.0.0.1', 'https://[::1]:8443']) {
      expect(isAllowedOrigin(origin, 'loopback'), origin).toBe(true);
    }
    for (const origin of [
      'http://localhost.example',
      'http://127.0.0.1.example',
      'null',
      'file://',
      'http://localhost/x',
    ]) {
      expect(isAllowedOrigin(origin, 'loopback'), origin).toBe(false);
    }
  });
});
