import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { EasySwitch } from '../../widget/parts/easy-switch.tsx';
import { screen } from './queries.ts';
import { createTestApp, removeTestApps } from './test-app.tsx';

afterEach(removeTestApps);

describe('easy words', () => {
  it('are a switch that is off, and says so in a word', () => {
    const { frame, show } = createTestApp();
    show(<EasySwitch />);
    const button = screen(frame.view).getByRole('switch', { name: /^Easy words/, checked: false });
    expect(button.textContent).toContain('Off');
  });

  it('are turned on and off by a click, Space and Enter; focus stays', async () => {
    const { app, frame, show } = createTestApp();
    show(<EasySwitch />);
    const button = screen(frame.view).getByRole('switch');
    await userEvent.click(button);
    expect(app.store.getState().easyWords).toBe(true);
    await expect.poll(() => button.getAttribute('aria-checked')).toBe('true');
    expect(button.textContent).toContain('On');
    await userEvent.keyboard(' ');
    await expect.poll(() => button.getAttribute('aria-checked')).toBe('false');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => button.getAttribute('aria-checked')).toBe('true');
    expect(frame.view.getRootNode()).toHaveProperty('activeElement', button);
  });

  it('keep their name when turned on: the state is not part of it', async () => {
    const { frame, show } = createTestApp();
    show(<EasySwitch />);
    const name = 'Easy words Fewer words, bigger letters';
    const button = screen(frame.view).getByRole('switch', { name });
    button.click();
    await expect.poll(() => button.getAttribute('aria-checked')).toBe('true');
    expect(screen(frame.view).getByRole('switch', { name })).toBe(button);
  });

  it('are a target of at least 44 pixels', () => {
    const { frame, show } = createTestApp();
    show(<EasySwitch />);
    expect(screen(frame.view).getByRole('switch').getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
  });
});
