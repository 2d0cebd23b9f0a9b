import { afterEach, describe, expect, it } from 'vitest';
import { followReaderSize } from '../../widget/parts/reader-size.ts';
import { createTestApp, removeTestApps } from './test-app.tsx';

let stop: (() => void) | undefined;

afterEach(() => {
  stop?.();
  stop = undefined;
  document.documentElement.style.fontSize = '';
  document.body.style.fontSize = '';
  removeTestApps();
});

function sizes(): { rem: string; text: number; panel: HTMLElement; probe: HTMLElement } {
  const { frame, show } = createTestApp();
  show(<p>Words to read</p>);
  stop = followReaderSize(frame.root, frame.probe);
  const words = frame.view.querySelector('p') as HTMLElement;
  return {
    rem: frame.root.style.getPropertyValue('--rem'),
    text: Number.parseFloat(getComputedStyle(words).fontSize),
    panel: frame.root,
    probe: frame.probe,
  };
}

describe('text in the panel has the size the reader chose in the browser', () => {
  it('usually', () => {
    expect(sizes()).toMatchObject({ rem: '16px', text: 18 });
  });

  it('on a page that makes html 62.5%', () => {
    document.documentElement.style.fontSize = '62.5%';
    document.body.style.fontSize = '1.2rem';
    expect(sizes()).toMatchObject({ rem: '16px', text: 18 });
  });

  it('on a page with enormous text', () => {
    document.documentElement.style.fontSize = '40px';
    expect(sizes()).toMatchObject({ rem: '16px', text: 18 });
  });

  it('and follows when the reader changes it', async () => {
    const { panel, probe } = sizes();
    // What the browser does to `medium` when the reader chooses another size.
    probe.style.fontSize = '32px';
    await expect.poll(() => panel.style.getPropertyValue('--rem')).toBe('32px');
    const words = panel.querySelector('p') as HTMLElement;
    expect(Number.parseFloat(getComputedStyle(words).fontSize)).toBe(36);
  });

  it('and no longer follows when the panel is gone', async () => {
    const { panel, probe } = sizes();
    stop?.();
    probe.style.fontSize = '32px';
    await new Promise((done) => setTimeout(done, 100));
    expect(panel.style.getPropertyValue('--rem')).toBe('16px');
  });
});
