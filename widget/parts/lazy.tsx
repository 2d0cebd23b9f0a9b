import type { ComponentType, VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { PanelHost } from '../contract/panel.ts';
import { useApp } from './app-context.ts';
import { Heading, ScreenHeading } from './heading.tsx';
import { loadChunk } from './load-chunk.ts';
import { T } from './words.tsx';

type Module<P> = { default: ComponentType<P> };

/**
 * A part that is downloaded when it is first needed. While it comes, nothing is shown for a moment; when it cannot
 * come, the reader is told, can try again, and the rest of the panel stays usable.
 * @param chunk name of the chunk, for the integrity check
 */
export function lazy<P extends object>(
  chunk: string,
  load: () => Promise<Module<P>>,
  { screen = true }: { screen?: boolean } = {},
): ComponentType<P> & { preload(host: PanelHost): Promise<void> } {
  let loaded: ComponentType<P> | undefined;
  let loading: Promise<void> | undefined;
  const fetched = (host: PanelHost): Promise<void> => {
    loading ??= loadChunk(host, chunk, load).then(
      (module) => {
        loaded = module.default;
      },
      (error: unknown) => {
        loading = undefined;
        throw error;
      },
    );
    return loading;
  };
  function Lazy(props: P): VNode | null {
    const { app } = useApp();
    const [, changed] = useState(0);
    const [failed, setFailed] = useState(false);
    const here = useRef(true);
    const attempt = (again = false): void => {
      fetched(app.host).then(
        () => {
          if (!again) changed((n) => n + 1);
          // The button that had the focus is gone: the screen is entered anew, and its heading takes it.
          else if (here.current)
            app.store.dispatch({ type: 'go', screen: app.store.getState().screen, replace: true });
        },
        async (error: unknown) => {
          app.report('chunk-failed', `The part "${chunk}" did not load: ${String(error)}`);
          // A deployment may have removed it: then the newest panel goes on where this one stopped.
          await app.host.restart(app.store.getState()).catch(() => {
            setFailed(true);
            if (!again || !here.current) return;
            const { text, lang } = app.words.text('panel.not-loaded');
            app.announcer.alert(text, lang);
          });
        },
      );
    };
    const there = loaded !== undefined;
    useEffect(() => {
      // It may have come between drawing and now.
      if (!there) attempt();
      return () => {
        here.current = false;
      };
    }, []);
    if (loaded) {
      const Loaded = loaded;
      return <Loaded {...props} />;
    }
    if (!failed) return null;
    const Title = screen ? ScreenHeading : SectionHeading;
    return (
      <>
        <Title>
          <T k="panel.not-loaded" />
        </Title>
        <p>
          <button type="button" class="main-button" onClick={() => attempt(true)}>
            <T k="panel.try-again" />
          </button>
        </p>
      </>
    );
  }
  Lazy.preload = (host: PanelHost): Promise<void> => {
    // What is there when it is needed is shown at once, so that focus has somewhere to go. Failing here is nobody's
    // concern yet.
    return fetched(host).catch(() => undefined);
  };
  return Lazy;
}

function SectionHeading({ children }: { children: VNode }): VNode {
  return <Heading depth={2}>{children}</Heading>;
}
