import { afterEach, describe, expect, it } from 'vitest';
import { Heading, ScreenHeading } from '../../widget/parts/heading.tsx';
import { screen } from './queries.ts';
import { createTestApp, removeTestApps } from './test-app.tsx';

afterEach(removeTestApps);

const depths = [0, 1, 2, 3] as const;

describe('headings', () => {
  it.each([
    [2, [2, 3, 4, 5]],
    [3, [3, 4, 5, 6]],
    [4, [4, 5, 6, 6]],
  ])('begin where the page says (%i) and go down without jumps, never past 6', (headingLevel, levels) => {
    const { frame, show } = createTestApp({ options: { headingLevel } });
    show(
      depths.map((depth) => (
        <Heading key={depth} depth={depth}>
          {`depth ${depth}`}
        </Heading>
      )),
    );
    const found = depths.map((depth, i) =>
      screen(frame.view).getByRole('heading', { name: `depth ${depth}`, level: levels[i] as number }),
    );
    expect(found).toHaveLength(4);
  });

  it('of a screen can take focus without being a Tab stop, and say once that they are there', () => {
    const { frame, show, shown, app } = createTestApp();
    show(<ScreenHeading>Questions</ScreenHeading>);
    const heading = screen(frame.view).getByRole('heading', { name: 'Questions', level: 3 });
    expect(heading.tabIndex).toBe(-1);
    expect(shown).toEqual([heading]);
    app.store.dispatch({ type: 'query', query: 'a' });
    expect(shown).toEqual([heading]);
    heading.focus();
    expect(frame.view.getRootNode()).toHaveProperty('activeElement', heading);
  });
});
