import { render } from 'preact';
import { afterEach, describe, expect, it } from 'vitest';
import { AppContext } from '../../widget/parts/app-context.ts';
import { ScreenHeading } from '../../widget/parts/heading.tsx';
import { lazy } from '../../widget/parts/lazy.tsx';
import { screen } from './queries.ts';
import { createTestApp, removeTestApps } from './test-app.tsx';

afterEach(removeTestApps);

const later = () => lazy('later', async () => ({ default: () => <ScreenHeading>It is here</ScreenHeading> }));

describe('a screen that is downloaded when it is needed', () => {
  it('is shown at once, with its heading ready for the focus, when it was fetched before', async () => {
    const { app, frame, show, shown } = createTestApp();
    const Later = later();
    void Later.preload(app.host);
    await new Promise((resolve) => setTimeout(resolve, 50));
    show(<Later />);
    expect(shown).toEqual([screen(frame.view).getByRole('heading', { name: 'It is here' })]);
  });

  it('is shown when it comes in the moment between drawing and the effects after it', async () => {
    const { app, frame } = createTestApp();
    const Later = later();
    void Later.preload(app.host);
    // Not by the testing library, which runs effects at once: a browser paints first.
    const value = { app, state: app.store.getState() };
    render(<AppContext.Provider value={value} children={<Later />} />, frame.view);
    expect(await screen(frame.view).findByRole('heading', { name: 'It is here' })).toBeTruthy();
    render(null, frame.view);
  });

  it('comes by itself when it was not', async () => {
    const { frame, show, shown } = createTestApp();
    const Later = later();
    show(<Later />);
    expect(shown).toEqual([]);
    expect(await screen(frame.view).findByRole('heading', { name: 'It is here' })).toBe(shown[0]);
  });
});
