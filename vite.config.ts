import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  root: 'client',
  plugins: [react()],
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    chunkSizeWarningLimit: 2_000,
    rolldownOptions: {
      output: {
        // A chunk that two others share runs before main.tsx does, and must not make schemas before zod is told not to compile them.
        codeSplitting: { groups: [{ name: 'parse', test: /node_modules.zod|client.api.jitless/ }] },
      },
    },
  },
  server: {
    // The API refuses changes that come from another origin than its own; while developing, this page's is another port.
    proxy: {
      '/api': { target: 'http://127.0.0.1:8080', headers: { origin: 'http://127.0.0.1:8080' } },
    },
  },
})
