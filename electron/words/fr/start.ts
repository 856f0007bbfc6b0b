/* Why the application cannot start. */

export const start = {
  withoutSandbox: {
    title: 'Colodesk ne peut pas démarrer en sécurité',
    text: 'Cet ordinateur ne permet pas à une AppImage d’isoler ses pages du reste du système. Installez le paquet .deb de Colodesk ou demandez à votre service informatique d’autoriser les espaces de noms utilisateur pour celui-ci. Vos tickets et tout ce que vous avez saisi restent sur cet ordinateur.',
  },
  withoutPart: {
    title: 'Colodesk ne peut pas démarrer',
    text: 'Une partie du programme est absente ou endommagée. Réinstallez Colodesk. Vos tickets et tout ce que vous avez saisi restent sur cet ordinateur.',
  },
} as const;
