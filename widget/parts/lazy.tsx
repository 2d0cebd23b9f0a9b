import type { ComponentType, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
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
): ComponentType<P> & { preload(): void } {
  let loaded: ComponentType<P> | undefined;
  let loading: Promise<void> | undefined;
  function Lazy(props: P): VNode | null {
    const { app } = useApp();
    const [, changed] = useState(0);
    const [failed, setFailed] = useState(false);
    const attempt = (): void => {
      setFailed(false);
      loading ??= loadChunk(app.host, chunk, load).then(
        (module) => {
          loaded = module.default;
        },
        (error: unknown) => {
          loading = undefined;
          throw error;
        },
      );
      loading.then(
        () => changed((n) => n + 1),
        async (error: unknown) => {
          app.report('chunk-failed', `The part "${chunk}" did not load: ${String(error)}`);
          // A deployment may have removed it: then the newest panel goes on where this one stopped.
          await app.host.restart(app.store.getState()).catch(() => setFailed(true));
        },
      );
    };
    useEffect(() => {
      if (!loaded) attempt();
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
          <button type="button" class="main-button" onClick={attempt}>
            <T k="panel.try-again" />
          </button>
        </p>
      </>
    );
  }
  Lazy.preload = (): void => {
    // Only warms the browser's cache; failing here is nobody's concern yet.
    load().catch(() => undefined);
  };
  return Lazy;
}

function SectionHeading({ children }: { children: VNode }): VNode {
  return <Heading depth={2}>{children}</Heading>;
}
