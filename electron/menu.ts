import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import { menus, type ActionName, type MenuEntry } from '../core/actions.ts';

function menuItem(entry: MenuEntry, send: (action: ActionName) => void): MenuItemConstructorOptions {
  if (entry === 'separator') return { type: 'separator' };
  if ('role' in entry) {
    return entry.key === undefined ? { role: entry.role } : { role: entry.role, accelerator: entry.key };
  }
  return {
    label: entry.label,
    // Shown, but answered by the window, which knows where the caret is: `1` marks a passage only in a source.
    ...(entry.key === undefined ? {} : { accelerator: entry.key, registerAccelerator: false }),
    click: () => {
      send(entry.name as ActionName);
    },
  };
}

/** The menu bar, made from the list of actions. */
export function installMenu(send: (action: ActionName) => void): void {
  const template: MenuItemConstructorOptions[] = menus.map((menu) => ({
    label: process.platform === 'darwin' ? menu.label.replace('&', '') : menu.label,
    submenu: menu.entries.map((entry) => menuItem(entry, send)),
  }));
  if (process.platform === 'darwin') template.unshift({ label: app.name, role: 'appMenu' });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
