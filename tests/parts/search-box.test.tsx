import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { SearchBox } from '../../widget/parts/search-box.tsx';
import { screen } from './queries.ts';
import { createTestApp, removeTestApps } from './test-app.tsx';

afterEach(removeTestApps);

describe('a patient searches', () => {
  it('in a plain field with a label that is there to see', () => {
    const { frame, show } = createTestApp();
    show(<SearchBox />);
    const field = screen(frame.view).getByRole('textbox', { name: 'Search for an answer' });
    expect(field.hasAttribute('placeholder')).toBe(false);
    expect(frame.view.querySelector('[role=combobox], [aria-autocomplete], [role=listbox]')).toBeNull();
    const label = screen(frame.view).getByText('Search for an answer');
    expect(label.checkVisibility()).toBe(true);
    expect(Number.parseFloat(getComputedStyle(field).fontSize)).toBeGreaterThanOrEqual(16);
  });

  it('with words that stay on the device: nothing remembers, corrects or sends them', () => {
    const { frame, show } = createTestApp();
    show(<SearchBox />);
    const field = screen(frame.view).getByRole<HTMLInputElement>('textbox');
    expect(field.autocomplete).toBe('off');
    expect(field.spellcheck).toBe(false);
    expect(field.name).toBe('');
  });

  it('and every letter is in the state, in any direction', async () => {
    const { app, frame, show } = createTestApp();
    show(<SearchBox />);
    const field = screen(frame.view).getByRole<HTMLInputElement>('textbox');
    await userEvent.fill(field, 'مترجم');
    expect(app.store.getState().query).toBe('مترجم');
    expect(field.value).toBe('مترجم');
    expect(getComputedStyle(field).direction).toBe('rtl');
  });

  it('and finds the words still there when the panel comes back to the screen', () => {
    const { frame, show } = createTestApp({ state: { query: 'parking' } });
    show(<SearchBox />);
    expect(screen(frame.view).getByRole<HTMLInputElement>('textbox').value).toBe('parking');
  });

  it('and Enter, or the button, goes to how many answers there are, without leaving the page', async () => {
    const { frame, show } = createTestApp();
    show(
      <>
        <SearchBox />
        <h4 class="result-count" tabIndex={-1}>
          3 answers
        </h4>
      </>,
    );
    const count = screen(frame.view).getByText('3 answers');
    const field = screen(frame.view).getByRole('textbox');
    const address = location.href;
    await userEvent.type(field, 'parking{Enter}');
    expect(frame.view.getRootNode()).toHaveProperty('activeElement', count);
    field.focus();
    await userEvent.click(screen(frame.view).getByRole('button', { name: 'Search' }));
    expect(frame.view.getRootNode()).toHaveProperty('activeElement', count);
    expect(location.href).toBe(address);
  });

  it('and Enter before there is a count keeps focus in the field', async () => {
    const { frame, show } = createTestApp();
    show(<SearchBox />);
    const field = screen(frame.view).getByRole('textbox');
    await userEvent.type(field, 'a{Enter}');
    expect(frame.view.getRootNode()).toHaveProperty('activeElement', field);
  });

  it('and what is needed for it is fetched when the field is first used', async () => {
    const { frame, show } = createTestApp();
    const fetched = vi.fn();
    show(<SearchBox onFirstUse={fetched} />);
    expect(fetched).not.toHaveBeenCalled();
    await userEvent.click(screen(frame.view).getByRole('textbox'));
    expect(fetched).toHaveBeenCalled();
  });

  it('and cannot paste a book', async () => {
    const { app, frame, show } = createTestApp();
    show(<SearchBox />);
    expect(screen(frame.view).getByRole<HTMLInputElement>('textbox').maxLength).toBe(300);
    expect(app.store.getState().query).toBe('');
  });
});
