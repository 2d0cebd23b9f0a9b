import type { App } from '../../parts/app-context.ts';

/**
 * Prints the panel alone. The page around it is out of the picture while the print dialog is open and put back as it
 * was; a frame or a pop-up window would be blocked by many pages.
 */
export function printPanel(app: App): void {
  const { element, root } = app.host;
  const hidden: { node: HTMLElement; value: string; priority: string }[] = [];
  for (let node: HTMLElement = element; node.parentElement; node = node.parentElement) {
    for (const sibling of node.parentElement.children) {
      if (sibling === node || !(sibling instanceof HTMLElement) || sibling.tagName === 'HEAD') continue;
      hidden.push({
        node: sibling,
        value: sibling.style.getPropertyValue('display'),
        priority: sibling.style.getPropertyPriority('display'),
      });
      sibling.style.setProperty('display', 'none', 'important');
    }
  }
  const panel = root.querySelector<HTMLElement>('.panel');
  const active = root.activeElement;
  // In the top layer only one page would be printed. The selector throws where there are no popovers.
  const popped = Boolean(panel?.popover) && panel?.matches(':popover-open') === true;
  if (popped) panel?.hidePopover();
  if (popped && panel) panel.popover = null;
  const restore = (): void => {
    for (const { node, value, priority } of hidden) node.style.setProperty('display', value, priority);
    if (popped && panel) {
      panel.popover = 'manual';
      panel.showPopover();
      if (active instanceof HTMLElement) active.focus();
    }
  };
  try {
    print();
  } finally {
    restore();
  }
}
