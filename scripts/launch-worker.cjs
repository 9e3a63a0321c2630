'use strict'
// Starts the bundle in a worker thread.
require('./launch.cjs')({ patience: 15, worker: true })
