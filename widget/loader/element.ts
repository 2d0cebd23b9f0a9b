import { attributeValue, names, propertyOf } from './attributes.ts';
import { base } from './base.ts';
import { createLauncher, make, render } from './launcher.ts';
import { type ConnectedPanel, loadNewest, loadPanel } from './panel-loader.ts';

export const ignore = (): void => {};

/** `<health-help>`. Registered by `health-help.ts`. */
export class HealthHelpElement extends HTMLElement {
  declare mode: string;
  declare position: string;
  declare languages: string;
  /** @internal */
  declare button: HTMLButtonElement;
  declare private panel?: ConnectedPanel;

  static get observedAttributes(): string[] {
    return names;
  }

  constructor() {
    super();
    const button = createLauncher(this.attachShadow({ mode: 'open' }));
    this.button = button;
    // The panel puts its own in the place of these.
    button.onclick = () => this.open('', button).catch(ignore);
    button.onpointerenter = button.onfocus = button.ontouchstart = () => loadPanel().catch(ignore);
  }

  get isOpen(): boolean {
    return !!this.panel && this.panel.isOpen;
  }

  /**
   * Opens the panel, at a screen if one is named. Resolves when it is shown.
   * @throws when the panel cannot be loaded
   */
  async open(screen?: string, opener?: HTMLElement): Promise<void> {
    return (await this.start()).open(screen, opener);
  }

  /** Closes the panel. Resolves true when closed, false when the patient is first asked about answers not sent. */
  async close(): Promise<boolean> {
    return !this.panel || this.panel.close();
  }

  connectedCallback(): void {
    render(this);
    if (this.panel) this.panel.update();
    else if (this.mode === 'inline') this.start().catch(ignore);
  }

  disconnectedCallback(): void {
    if (this.panel) this.panel.leave();
  }

  attributeChangedCallback(): void {
    if (this.isConnected) this.connectedCallback();
  }

  private async start(): Promise<ConnectedPanel> {
    if (!this.panel)
      try {
        this.button.ariaBusy = 'true';
        this.panel = await (await loadPanel()).connectPanel(this, loadNewest);
      } catch (error) {
        // The next press tries again.
        this.button.ariaBusy = null;
        (this.shadowRoot as ShadowRoot).append(make('slot'));
        console.error(`health-help: cannot load ${base}`, error);
        this.dispatchEvent(
          Object.assign(new Event('health-help-error', { bubbles: true, composed: true }), {
            code: 'panel-failed',
          }),
        );
        throw error;
      }
    return this.panel;
  }
}

for (const name of names)
  Object.defineProperty(HealthHelpElement.prototype, propertyOf(name), {
    get(this: HealthHelpElement) {
      return attributeValue(name, this.getAttribute(name));
    },
    set(this: HealthHelpElement, value: string | boolean | null) {
      if (value || value === '') this.setAttribute(name, value as string);
      else this.removeAttribute(name);
    },
  });
