package main

import "context"

func (d *drawer) waits()    { d.calls() }
func (d *drawer) programs() { d.calls() }

func (s *stepRun) prepareWait() {}
func (s *stepRun) look()        {}

func (s *subject) wait(context.Context, *stepRun) error            { return nil }
func (s *subject) program(context.Context, *stepRun) (int, string) { return 0, "" }
func (o *oracle) judgeWait(*stepRun)                               {}
func (o *oracle) judgeProgram(*stepRun)                            {}
