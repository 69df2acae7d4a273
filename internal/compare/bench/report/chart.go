package main

import (
	"bytes"
	"fmt"
	"html"
	"math"

	"github.com/nereid-go/nereid/internal/compare/bench"
)

const (
	chartWidth = 900
	labelWidth = 300
	margin     = 24

	oursColor   = "#1a7f64"
	theirsColor = "#c2571a"
	allocsColor = "#7fbfae"
	textColor   = "#24292f"
	gridColor   = "#d8dee4"
)

// chart draws the measurements as SVG.
func chart(d *data) []byte {
	var body bytes.Buffer
	c := &canvas{&body}
	y := 20.0
	if d.Calls != nil {
		y = c.ratios(d.Calls, y)
		y = c.growth(d.Calls, y+20)
	}
	if d.Size != nil {
		y = c.sizes(d.Size, y+20)
	}
	var out bytes.Buffer
	fmt.Fprintf(&out, `<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%.0f" viewBox="0 0 %d %.0f" font-family="system-ui, sans-serif" font-size="12" fill="%s">`+"\n",
		chartWidth, y+10, chartWidth, y+10, textColor)
	fmt.Fprintf(&out, `<rect width="100%%" height="100%%" fill="#ffffff"/>`+"\n")
	out.Write(body.Bytes())
	out.WriteString("</svg>\n")
	return out.Bytes()
}

// canvas draws.
type canvas struct{ *bytes.Buffer }

func (c *canvas) text(x, y float64, anchor, style, text string) {
	fmt.Fprintf(c, `<text x="%.1f" y="%.1f" text-anchor="%s"%s>%s</text>`+"\n", x, y, anchor, style, html.EscapeString(text))
}

func (c *canvas) title(y float64, text string) {
	c.text(margin, y, "start", ` font-size="15" font-weight="600"`, text)
}

func (c *canvas) bar(x, y, width, height float64, color string) {
	fmt.Fprintf(c, `<rect x="%.1f" y="%.1f" width="%.1f" height="%.1f" fill="%s"/>`+"\n", x, y, max(width, 0.5), height, color)
}

func (c *canvas) rule(x1, y1, x2, y2 float64, color, more string) {
	fmt.Fprintf(c, `<line x1="%.1f" y1="%.1f" x2="%.1f" y2="%.1f" stroke="%s"%s/>`+"\n", x1, y1, x2, y2, color, more)
}

// key explains a color.
func (c *canvas) key(x, y float64, color, text string) {
	c.bar(x, y-9, 10, 10, color)
	c.text(x+15, y, "start", "", text)
}

// ratios draws two bars for each call: how many times more time and allocations
// the SDK needs than this module. It also draws a mark at each goal.
func (c *canvas) ratios(d *callData, y float64) float64 {
	const row = 30.0
	c.title(y, "How many times more the SDK takes")
	c.key(labelWidth+100, y, oursColor, "time")
	c.key(labelWidth+165, y, allocsColor, "allocations")
	c.rule(labelWidth+266, y-10, labelWidth+266, y+2, textColor, ` stroke-width="2"`)
	c.text(labelWidth+273, y, "start", "", "goal")
	y += 30

	most := 10.0
	for _, v := range d.Calls {
		most = max(most, v.Time.Median, v.Allocs.Median)
	}
	const left, right = labelWidth, chartWidth - 60
	at := func(ratio float64) float64 {
		return left + (right-left)*math.Log10(max(ratio, 1))/math.Log10(most)
	}
	bottom := y + row*float64(len(d.Calls))
	for _, tick := range ticks(1, most) {
		c.rule(at(tick), y-8, at(tick), bottom, gridColor, "")
		c.text(at(tick), y-12, "middle", ` font-size="10"`, fmt.Sprintf("%g×", tick))
	}
	for _, v := range d.Calls {
		c.text(left-8, y+12, "end", "", v.Name)
		c.bar(left, y, at(v.Time.Median)-left, 10, oursColor)
		c.text(at(v.Time.Median)+4, y+9, "start", ` font-size="10"`, fmt.Sprintf("%.1f", v.Time.Median))
		c.bar(left, y+11, at(v.Allocs.Median)-left, 10, allocsColor)
		c.text(at(v.Allocs.Median)+4, y+20, "start", ` font-size="10"`, fmt.Sprintf("%.1f", v.Allocs.Median))
		for _, g := range callGoals {
			if g.name == v.Name {
				c.rule(at(g.time), y-1, at(g.time), y+10, textColor, ` stroke-width="2"`)
				c.rule(at(g.allocs), y+11, at(g.allocs), y+22, textColor, ` stroke-width="2"`)
			}
		}
		y += row
	}
	return y
}

// ticks returns 1, 2, 5, 10, 20 … between two numbers.
func ticks(low, high float64) []float64 {
	var list []float64
	for decade := math.Pow(10, math.Floor(math.Log10(low))); decade <= high; decade *= 10 {
		for _, step := range []float64{1, 2, 5} {
			if t := decade * step; t >= low && t <= high {
				list = append(list, t)
			}
		}
	}
	return list
}

// growth draws a panel for each series of d.Growth, side by side. Both axes are
// logarithmic, so linear growth is a straight line parallel to the dashed line.
func (c *canvas) growth(d *callData, y float64) float64 {
	const height, gap = 220.0, 62.0
	c.title(y, "Time by size")
	c.key(labelWidth+100, y, oursColor, "Nereid")
	c.key(labelWidth+180, y, theirsColor, "SDK")
	c.rule(labelWidth+240, y-4, labelWidth+265, y-4, "#8c959f", ` stroke-dasharray="4 3"`)
	c.text(labelWidth+270, y, "start", "", "linear")
	y += 22
	width := (chartWidth - 2*margin - gap*float64(len(d.Growth))) / float64(max(len(d.Growth), 1))
	for i, s := range d.Growth {
		c.panel(s, margin+gap*float64(i+1)-8+width*float64(i), y, width, height)
	}
	return y + height + 40
}

func (c *canvas) panel(s seriesResult, left, top, width, height float64) {
	low, high := math.Inf(1), 0.0
	for _, p := range s.Points {
		low = min(low, p.Ours.Nanoseconds, p.Theirs.Nanoseconds)
		high = max(high, p.Ours.Nanoseconds, p.Theirs.Nanoseconds)
	}
	low, high = math.Pow(10, math.Floor(math.Log10(low))), math.Pow(10, math.Ceil(math.Log10(high)))
	first, last := float64(s.Points[0].Size), float64(s.Points[len(s.Points)-1].Size)
	x := func(size float64) float64 { return left + width*math.Log(size/first)/math.Log(last/first) }
	y := func(ns float64) float64 { return top + height - height*math.Log(ns/low)/math.Log(high/low) }

	for ns := low; ns <= high*1.001; ns *= 10 {
		c.rule(left, y(ns), left+width, y(ns), gridColor, "")
		c.text(left-5, y(ns)+4, "end", ` font-size="10"`, duration(ns))
	}
	for size := first; size <= last; size *= 10 {
		c.rule(x(size), top, x(size), top+height, gridColor, "")
		c.text(x(size), top+height+14, "middle", ` font-size="10"`, fmt.Sprintf("%g", size))
	}
	c.text(left+width/2, top+height+30, "middle", "", s.Name)

	// Draw a dashed line for linear growth. It ends at the same point as this
	// module's line.
	end := s.Points[len(s.Points)-1].Ours.Nanoseconds
	from := max(first, last*low/end)
	c.rule(x(from), y(end*from/last), x(last), y(end), "#8c959f", ` stroke-dasharray="4 3"`)
	c.curve(s, ours, oursColor, x, y)
	c.curve(s, theirs, theirsColor, x, y)
}

func (c *canvas) curve(s seriesResult, of func(pointResult) bench.Sample, color string, x, y func(float64) float64) {
	fmt.Fprintf(c, `<polyline fill="none" stroke="%s" stroke-width="2" points="`, color)
	for _, p := range s.Points {
		fmt.Fprintf(c, "%.1f,%.1f ", x(float64(p.Size)), y(of(p).Nanoseconds))
	}
	c.WriteString(`"/>` + "\n")
	for _, p := range s.Points {
		fmt.Fprintf(c, `<circle cx="%.1f" cy="%.1f" r="3" fill="%s"/>`+"\n", x(float64(p.Size)), y(of(p).Nanoseconds), color)
	}
}

// sizes draws two bars for each of four costs, one bar for this module and one
// for the SDK. The costs are the size of the binary, and the times for the
// build, the initialization and the first call.
func (c *canvas) sizes(d *sizeData, y float64) float64 {
	const row = 30.0
	c.title(y, "Before the first call, in addition to net/http alone")
	c.key(labelWidth+100, y, oursColor, "Nereid")
	c.key(labelWidth+180, y, theirsColor, "SDK")
	y += 16
	for _, m := range []struct {
		name         string
		ours, theirs float64
		format       string
	}{
		{"stripped binary", d.over("nereid") / 1e3, d.over("sdk") / 1e3, "%.0f kB"},
		{"CPU time of a cold build", d.Build.Over["nereid"], d.Build.Over["sdk"], "%.1f s"},
		{"package initialization", d.Init["nereid"].Microseconds, d.Init["sdk"].Microseconds, "%.0f µs"},
		{"first call of a client", d.First["nereid"].First, d.First["sdk"].First, "%.0f µs"},
	} {
		const left, right = labelWidth, chartWidth - 100
		scale := (right - left) / max(m.ours, m.theirs, 1e-9)
		c.text(left-8, y+15, "end", "", m.name)
		c.bar(left, y, m.ours*scale, 10, oursColor)
		c.text(left+m.ours*scale+4, y+9, "start", ` font-size="10"`, fmt.Sprintf(m.format, m.ours))
		c.bar(left, y+11, m.theirs*scale, 10, theirsColor)
		c.text(left+m.theirs*scale+4, y+20, "start", ` font-size="10"`, fmt.Sprintf(m.format, m.theirs))
		y += row
	}
	return y
}
