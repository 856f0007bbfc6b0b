/* Why the application cannot start. */

export const start = {
  withoutSandbox: {
    title: 'Colodesk cannot start safely',
    text: 'This computer does not let an AppImage shut its pages off from the rest of the system. Install the .deb package of Colodesk, or ask your IT department to allow user namespaces for it. Your tickets and everything you typed stay on this computer.',
  },
  withoutPart: {
    title: 'Colodesk cannot start',
    text: 'Part of the program is missing or damaged. Reinstall Colodesk. Your tickets and everything you typed stay on this computer.',
  },
} as const;
