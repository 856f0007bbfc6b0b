import { listenToFaults } from './state/faults.ts';

// Imported before the rest of the page, which may fail while it is loaded.
listenToFaults();
